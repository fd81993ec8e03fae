import { setTimeout as sleep } from 'timers/promises';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  CatalogService,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { levelLabel, stateLabel } from 'backstage-plugin-accountability-common';
import { noLabels, sameLabels } from './StandingLabels';
import { refreshKeyOf } from './StandingProcessor';
import { StandingReader } from './StandingReader';
import { Standings } from './Standings';

/** Services asked about at once: their refs are in the address. */
const AT_ONCE = 50;

/** Entities that the catalog is to process again, in one statement. */
const REFRESHED_AT_ONCE = 500;

/** Waits between attempts; milliseconds. */
const WAITS_MS = [1_000, 5_000, 25_000];

interface ProviderOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'streamEntities'>;
  logger: LoggerService;
  reader: Pick<StandingReader, 'read'>;
  standings: Standings;
  kinds: readonly string[];
  /** For tests. */
  waitsMs?: readonly number[];
}

/**
 * Keeps the standings in memory up to date, and has the catalog process just
 * the entities whose labels are others. It provides no entities.
 */
export class StandingProvider implements EntityProvider {
  static create(options: ProviderOptions): StandingProvider {
    return new StandingProvider(options);
  }

  private connection?: EntityProviderConnection;
  /** Entities that the catalog is yet to process again. */
  private readonly outdated = new Set<string>();
  /** Whether what turned while nobody was here was looked for. */
  private caughtUp = false;
  /** One read after the other, so that what is read later is newer. */
  private reading: Promise<void> = Promise.resolve();

  private constructor(private readonly options: ProviderOptions) {}

  getProviderName(): string {
    return 'accountability-standings';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.connection = connection;
  }

  /** Reads all; tries again for a while where that fails, and throws then. */
  readAll(signal?: AbortSignal): Promise<void> {
    return this.inTurn(async () => {
      const { reader, standings } = this.options;
      const changed = standings.replaceAll(await reader.read());
      changed.forEach(ref => this.outdated.add(ref));
      if (!this.caughtUp) await this.findOutdated();
      this.caughtUp = true;
      await this.refresh();
    }, signal);
  }

  /** Reads some again; before all were read for the first time, that is still to come. */
  readSome(entityRefs: readonly string[]): Promise<void> {
    return this.inTurn(async () => {
      const { reader, standings } = this.options;
      if (!standings.isLoaded) return;
      for (const some of chunks(entityRefs, AT_ONCE)) {
        const labels = await reader.read({ entityRefs: some });
        const changed = standings.replaceSome(some, labels);
        changed.forEach(ref => this.outdated.add(ref));
      }
      await this.refresh();
    });
  }

  private inTurn(
    work: () => Promise<void>,
    signal?: AbortSignal,
  ): Promise<void> {
    const done = this.reading.then(() => this.retried(work, signal));
    this.reading = done.catch(() => undefined);
    return done;
  }

  private async retried(
    work: () => Promise<void>,
    signal?: AbortSignal,
  ): Promise<void> {
    for (const wait of [...(this.options.waitsMs ?? WAITS_MS), undefined]) {
      try {
        await work();
        return;
      } catch (error) {
        if (wait === undefined || signal?.aborted) throw error;
        this.options.logger.debug(
          `Where services stand could not be read, and is read again: ${error}`,
        );
        await sleep(wait, undefined, { signal });
      }
    }
  }

  private async refresh(): Promise<void> {
    if (this.outdated.size === 0) return;
    if (!this.connection) throw new Error('The catalog has not started yet');
    for (const some of chunks([...this.outdated], REFRESHED_AT_ONCE)) {
      await this.connection.refresh({ keys: some.map(refreshKeyOf) });
      some.forEach(ref => this.outdated.delete(ref));
    }
  }

  /** After a start: entities whose labels are not what was read. They turned while nobody was here to hear it. */
  private async findOutdated(): Promise<void> {
    const { auth, catalog, kinds, standings } = this.options;
    const pages = catalog.streamEntities(
      {
        filter: { kind: [...kinds] },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.labels',
        ],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      for (const entity of page) {
        const ref = stringifyEntityRef(entity);
        const { [levelLabel]: level, [stateLabel]: state } =
          entity.metadata.labels ?? {};
        const has = { [levelLabel]: level, [stateLabel]: state };
        if (!sameLabels(has, standings.labelsOf(ref, noLabels))) {
          this.outdated.add(ref);
        }
      }
    }
  }
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
    all.slice(i * size, (i + 1) * size),
  );
}
