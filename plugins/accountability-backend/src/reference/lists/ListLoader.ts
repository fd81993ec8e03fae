import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { ReferenceListRow } from '../../database/tables';
import { claimLists } from './claimLists';
import { diffEntries } from './diffEntries';
import { fetchList } from './fetchList';
import { ListContent } from './ListContent';
import { readListFile } from './readListFile';
import { ListSettings } from './readListSettings';
import { ListName, listNames, ParsedList } from './ReferenceList';
import { referenceLists } from './referenceLists';
import { storeChecked } from './storeChecked';
import { syncLists } from './syncLists';
import { writeEntries } from './writeEntries';

interface Options {
  database: Knex;
  settings: readonly ListSettings[];
  logger: LoggerService;
  /** Called in the transaction that stores it, with the list that says something else now. */
  onChanged(trx: Knex.Transaction, name: ListName): Promise<void>;
  /** Epoch milliseconds; for tests. */
  now?: () => number;
  /** For tests. */
  sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** A list as it was read, and its digest. */
interface Loaded {
  parsed: Extract<ParsedList, { status: 'read' }>;
  revision: string;
}

/**
 * Loads public lists from files or addresses that an operator names. Each is
 * claimed with a lease, so that one replica does; a list that cannot be read
 * leaves the one of before in force, and one that is not configured any more
 * is forgotten.
 */
export class ListLoader {
  static create(options: Options): ListLoader {
    return new ListLoader(options);
  }

  private readonly now: () => number;

  private constructor(private readonly options: Options) {
    this.now = options.now ?? Date.now;
  }

  /** Gives the names of the lists that say something else now. */
  async run({ signal }: { signal: AbortSignal }): Promise<ListName[]> {
    const { database, settings } = this.options;
    const left = await syncLists(database, settings, this.now());
    const changed = await this.forget(left);
    const claims = await claimLists(database, {
      names: settings.map(({ name }) => name),
      now: this.now(),
    });
    for (const one of settings) {
      const claim = claims.find(({ name }) => name === one.name);
      if (claim && !signal.aborted && (await this.check(one, claim, signal))) {
        changed.push(one.name);
      }
    }
    return changed;
  }

  private async forget(left: readonly string[]): Promise<ListName[]> {
    const { database, logger, onChanged } = this.options;
    const forgotten = listNames.filter(name => left.includes(name));
    for (const name of forgotten) {
      const { table, title } = referenceLists[name];
      await database.transaction(async trx => {
        await trx('reference_lists').where({ name }).delete();
        await trx(table).delete();
        await onChanged(trx, name);
      });
      logger.info(`${title} is not configured any more and was forgotten`);
    }
    return forgotten;
  }

  /** Gives whether the list says something else now. */
  private async check(
    settings: ListSettings,
    claim: ReferenceListRow,
    signal: AbortSignal,
  ): Promise<boolean> {
    const content = await this.read(settings, claim, signal);
    const loaded =
      content.status === 'read'
        ? await this.parse(content.bytes, claim)
        : content;
    // What a stop cut short is no fault of the host; the lease runs out.
    if (signal.aborted) return false;
    if ('parsed' in loaded) {
      const etag = content.status === 'read' ? content.etag : undefined;
      return this.store(settings, claim, { ...loaded, etag });
    }
    const { logger, database } = this.options;
    const { title } = referenceLists[settings.name];
    const because =
      loaded.status === 'fault'
        ? `${title} at ${claim.source} cannot be read: ${loaded.because}.`
        : null;
    if (because !== null && because !== claim.because) {
      logger.warn(
        claim.loaded_at === null
          ? `${because} Facts go without it.`
          : `${because} The list of before stays in force.`,
      );
    }
    await storeChecked(database, claim, {
      because,
      // The same bytes under another etag: it need not be read for that again.
      ...(loaded.status === 'same' &&
        content.status === 'read' && { etag: content.etag ?? null }),
      everyMs: settings.everyMs,
      now: this.now(),
    });
    return false;
  }

  private read(
    { kind, location }: ListSettings,
    claim: ReferenceListRow,
    signal: AbortSignal,
  ): Promise<ListContent> {
    const isFromThere = claim.loaded_from === claim.source;
    const etag = (isFromThere ? claim.etag : null) ?? undefined;
    const sleep = this.options.sleep ?? sleepFor;
    return kind === 'file'
      ? readListFile(location, etag, signal)
      : fetchList(location, etag, { signal, sleep });
  }

  private async parse(
    bytes: Buffer,
    claim: ReferenceListRow,
  ): Promise<Loaded | Exclude<ListContent, { status: 'read' }>> {
    const revision = createHash('sha256').update(bytes).digest('hex');
    const isFromThere = claim.loaded_from === claim.source;
    if (isFromThere && revision === claim.revision) return { status: 'same' };
    const [list] = listNames.filter(name => name === claim.name);
    const parsed = await referenceLists[list].parse(bytes);
    if (parsed.status === 'fault') return parsed;
    // Such lists only grow: what lost half of its entries was cut off between two lines.
    if (isFromThere && parsed.entries.size * 2 < claim.entries) {
      return {
        status: 'fault',
        because: `it has less than half of the ${claim.entries} entries it had, as if it were cut off; name another file or address where that is meant`,
      };
    }
    return { parsed, revision };
  }

  private async store(
    settings: ListSettings,
    claim: ReferenceListRow,
    { parsed, revision, etag }: Loaded & { etag?: string },
  ): Promise<boolean> {
    const { database, logger, onChanged } = this.options;
    const list = referenceLists[settings.name];
    const entries = parsed.entries.size;
    const diff = await diffEntries(database, list, parsed.entries);
    const written = diff.changed.size + diff.gone.length;
    const isHeld = await database.transaction(async trx => {
      const held = await storeChecked(trx, claim, {
        because: null,
        etag: etag ?? null,
        loaded: { revision, asOf: parsed.asOf, entries },
        everyMs: settings.everyMs,
        now: this.now(),
      });
      if (!held) return false;
      await writeEntries(trx, list, diff);
      if (written > 0) await onChanged(trx, settings.name);
      return true;
    });
    if (!isHeld) return false;
    logger.info(
      `${list.title} of ${new Date(
        parsed.asOf,
      ).toISOString()} is loaded: ${entries} entries, ${
        diff.changed.size
      } new or changed, ${diff.gone.length} gone`,
    );
    return written > 0;
  }
}

async function sleepFor(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await wait(ms, undefined, { signal });
  } catch {
    // The caller sees the end of its signal.
  }
}
