import { createHash, randomUUID } from 'crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { durationToMilliseconds } from '@backstage/types';
import { PolicySourceStatus } from 'backstage-plugin-accountability-common';
import { PolicyFile } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { readOptionalInstant, writeInstant } from '../../../database/instants';
import { PolicySourceRow } from '../../../database/tables';
import { PolicyLocation, ReadLocation } from './PolicyLocation';
import {
  nameSources,
  readSources,
  claimSources,
  storeSource,
} from './policySourceRows';
import { readFileLocation } from './readFileLocation';
import { PolicySettings } from './readPolicySettings';
import { PolicyReader, readUrlLocation } from './readUrlLocation';

interface SourcesOptions {
  settings: PolicySettings;
  logger: LoggerService;
  reader?: PolicyReader;
}

const maxBackoffMs = 3_600_000;

/**
 * Places that policy is read from. Each replica looks at its own files; of
 * addresses one replica at a time asks, and what a place gave last stands in
 * the database for all.
 */
export class PolicySources {
  static create(options: SourcesOptions): PolicySources {
    return new PolicySources(options);
  }

  private named = false;
  /** What this replica's own files last said: it speaks up only where they change. */
  private readonly said = new Map<string, string>();

  private constructor(private readonly options: SourcesOptions) {}

  /** The places as people know them. */
  get locations(): string[] {
    return this.options.settings.locations.map(({ location }) => location);
  }

  /** Looks at every place that it is time for. What cannot be read is told there and in the log. */
  async look(
    knex: Knex,
    given: { now: number; urls: boolean; signal?: AbortSignal },
  ): Promise<void> {
    const { now } = given;
    const { locations } = this.options.settings;
    if (!this.named) await nameSources(knex, { locations, now });
    this.named = true;
    const known = await readSources(knex, locations);
    for (const one of locations.filter(({ type }) => type === 'file')) {
      await this.lookAtFile(knex, one, { now, row: known.get(one.location) });
    }
    if (given.urls) await this.lookAtUrls(knex, { ...given, known });
  }

  /** All files as the places last gave them, in the order of the configuration; undefined until any did. */
  async readFiles(knex: Knex): Promise<PolicyFile[] | undefined> {
    const { locations } = this.options.settings;
    const rows = await readSources(knex, locations);
    const files: PolicyFile[] = [];
    const names = new Set<string>();
    let any = false;
    for (const { location } of locations) {
      const text = rows.get(location)?.files;
      if (!text) continue;
      any = true;
      const given: PolicyFile[] = JSON.parse(text);
      for (const file of given) {
        const name = names.has(file.name)
          ? `${file.name} (${location})`
          : file.name;
        names.add(name);
        files.push({ name, text: file.text });
      }
    }
    return any ? files : undefined;
  }

  /** How each place is doing, in one statement. */
  async status(knex: Knex): Promise<PolicySourceStatus[]> {
    const { locations } = this.options.settings;
    const rows = await readSources(knex, locations);
    return locations.map(({ location }) =>
      toStatus(location, rows.get(location)),
    );
  }

  private async lookAtFile(
    knex: Knex,
    where: PolicyLocation,
    { now, row }: { now: number; row?: PolicySourceRow },
  ): Promise<void> {
    const read = await readFileLocation(where);
    if (read.status === 'failed') {
      await this.fail(knex, where, { because: read.because, row, now });
      return;
    }
    const files = read.status === 'read' ? JSON.stringify(read.files) : '';
    const digest = createHash('sha256').update(files).digest('hex');
    const isNew = this.said.get(where.location) !== digest;
    this.said.set(where.location, digest);
    await storeSource(knex, where.location, {
      ...(isNew && { files }),
      ...this.wentWell(isNew && files !== row?.files, now),
    });
  }

  private async lookAtUrls(
    knex: Knex,
    given: {
      now: number;
      signal?: AbortSignal;
      known: ReadonlyMap<string, PolicySourceRow>;
    },
  ): Promise<void> {
    const { now, signal, known } = given;
    const { settings, reader } = this.options;
    const lease = randomUUID();
    const claimed = await claimSources(knex, {
      locations: settings.locations,
      lease,
      now,
    });
    for (const where of settings.locations) {
      const claim = claimed.get(where.location);
      if (!claim) continue;
      const etag = claim.etag ?? undefined;
      const read: ReadLocation = reader
        ? await readUrlLocation(where, { reader, etag, signal })
        : { status: 'failed', because: 'Nothing here reads addresses.' };
      if (read.status === 'failed') {
        const { because } = read;
        const row = known.get(where.location);
        await this.fail(knex, where, { because, row, now, lease });
        continue;
      }
      await storeSource(knex, where.location, {
        ...(read.status === 'read' && {
          files: JSON.stringify(read.files),
          etag: read.etag ?? null,
        }),
        ...this.wentWell(read.status === 'read', now),
        lease,
      });
    }
  }

  private async fail(
    knex: Knex,
    { location }: PolicyLocation,
    given: {
      because: string;
      row?: PolicySourceRow;
      now: number;
      lease?: string;
    },
  ): Promise<void> {
    const { because, row, now, lease } = given;
    const failures = (row?.failures ?? 0) + 1;
    // Told once, not with every look.
    if (row?.because !== because) {
      this.options.logger.warn(
        `Policy cannot be read, and what was read last stays: ${because}`,
      );
    }
    const backoffMs = Math.min(maxBackoffMs, this.everyMs * 2 ** failures);
    await storeSource(knex, location, {
      state: 'failed',
      because,
      failures,
      due_at: writeInstant(now + backoffMs),
      ...(lease !== undefined && { lease }),
    });
  }

  private wentWell(changed: boolean, now: number) {
    return {
      state: changed ? 'read' : 'unchanged',
      because: null,
      failures: 0,
      read_at: writeInstant(now),
      // A look comes a little early or late by the clock.
      due_at: writeInstant(now + this.everyMs * 0.9),
    };
  }

  private get everyMs(): number {
    return durationToMilliseconds(this.options.settings.every);
  }
}

function toStatus(
  location: string,
  row: PolicySourceRow | undefined,
): PolicySourceStatus {
  const states = ['read', 'unchanged', 'failed'] as const;
  const files: PolicyFile[] = row?.files ? JSON.parse(row.files) : [];
  const readAt = readOptionalInstant(row?.read_at);
  return {
    location,
    state: states.find(state => state === row?.state) ?? 'pending',
    ...(row?.because && { because: row.because }),
    ...(readAt !== undefined && { readAt }),
    files: files.length,
  };
}
