import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { z } from 'zod';
import {
  FoundRepository,
  Hosts,
  dialectSchema,
  lookInTurn,
  syncRepositories,
} from '../codeowners';
import { ManifestFileRow, ManifestRepositoryRow } from '../database/tables';
import { Manifest } from './files/Manifest';
import { Outside, lookForManifests } from './lookForManifests';
import { manifestList } from './manifestList';
import { storeManifests } from './storeManifests';

/** Most of one run: 13 requests each, of the 5,000 an hour that GitHub allows. */
const MOST_A_RUN = 250;

const claimed = z.object({ url: z.string(), dialect: dialectSchema });

interface Options extends Outside {
  database: Knex;
  hosts: Pick<Hosts, 'canRead' | 'typeOf'>;
  manifests: readonly Manifest[];
  logger: LoggerService;
  /** Called in the transaction that stores it, with the subjects of which something else is said now. */
  onChanged(trx: Knex.Transaction, subjects: string[]): Promise<void>;
  /** Epoch milliseconds; for tests. */
  now?: () => number;
}

/**
 * Reads what the repositories of all services ask to be run on. Each is claimed
 * with a lease: replicas share the work, and what one leaves undone is done in
 * the next run.
 */
export class ManifestReader {
  static create(options: Options): ManifestReader {
    return new ManifestReader(options);
  }

  private readonly now: () => number;

  private constructor(private readonly options: Options) {
    this.now = options.now ?? Date.now;
  }

  /** Gives the number of repositories that were looked at. */
  async run({ signal }: { signal: AbortSignal }): Promise<number> {
    await syncRepositories(
      this.options,
      { list: manifestList, now: this.now, said: toReadable },
      signal,
    );
    return lookInTurn<ManifestRepositoryRow>(this.options, {
      table: manifestList.table,
      what: 'Runtimes',
      look: claim => this.look(claim, signal),
      most: MOST_A_RUN,
      now: this.now,
      signal,
    });
  }

  /** Gives what went wrong, where that is new. */
  private async look(
    claim: ManifestRepositoryRow,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const { database, manifests, onChanged } = this.options;
    const { subject } = claim;
    const before = await database<ManifestFileRow>('manifest_files')
      .where({ subject })
      .select('path', 'url', 'etag', 'reading', 'runtimes');
    const looked = await lookForManifests(
      this.options,
      { ...claimed.parse(claim), manifests, before },
      signal,
    );
    // What a stop cut short is no fault of the host.
    if (signal.aborted) return undefined;
    await database.transaction(async trx => {
      const changed = await storeManifests(trx, claim, {
        looked,
        before,
        now: this.now(),
      });
      if (changed) await onChanged(trx, [subject]);
    });
    return looked.because !== undefined && looked.because !== claim.because
      ? `of ${subject}: ${looked.because}`
      : undefined;
  }
}

/** Said in words that fit files of any name. */
function toReadable(found: FoundRepository): FoundRepository {
  return found.status === 'known'
    ? found
    : {
        status: 'unknown',
        because:
          'Its host is none that files are read from; add it to integrations where it is GitHub, GitLab or Bitbucket, or correct backstage.io/source-location.',
      };
}
