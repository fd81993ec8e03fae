import {
  AuthService,
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { z } from 'zod';
import { CodeownersFileRow } from '../database/tables';
import { readGroupSizes } from '../ownership';
import { Hosts } from './Hosts';
import { codeownersList } from './codeownersList';
import { dialectSchema } from './dialectSchema';
import { mapHandles } from './handles/mapHandles';
import { readCatalogPeople } from './handles/readCatalogPeople';
import { writeHandles } from './handles/writeHandles';
import { lookForFile } from './lookForFile';
import { lookInTurn } from './lookInTurn';
import { Found, storeLooked } from './storeLooked';
import { syncRepositories } from './syncRepositories';

/** Most of one run. */
const MOST_A_RUN = 1000;

const claimed = z.object({
  url: z.string(),
  dialect: dialectSchema,
});

interface Options {
  database: Knex;
  catalog: CatalogService;
  auth: AuthService;
  urlReader: Pick<UrlReaderService, 'readUrl'>;
  hosts: Hosts;
  logger: LoggerService;
  /** Called in the transaction that stores it, with the subjects of which something else is to be said now. */
  onChanged(trx: Knex.Transaction, subjects: string[]): Promise<void>;
  /** Epoch milliseconds; for tests. */
  now?: () => number;
}

/**
 * Reads the CODEOWNERS of the repositories of all services, and who of the
 * catalog is named in them. Each file is claimed with a lease: replicas share
 * the work, and what one leaves undone is done in the next run.
 */
export class CodeownersReader {
  static create(options: Options): CodeownersReader {
    return new CodeownersReader(options);
  }

  private readonly now: () => number;

  private constructor(private readonly options: Options) {
    this.now = options.now ?? Date.now;
  }

  /** Gives the number of files that were looked for. */
  async run({ signal }: { signal: AbortSignal }): Promise<number> {
    // Who is who comes before the files, so that no file is read whose owners nobody knows yet.
    await this.syncHandles(signal);
    await syncRepositories(
      this.options,
      { list: codeownersList, now: this.now },
      signal,
    );
    return lookInTurn<CodeownersFileRow>(this.options, {
      table: codeownersList.table,
      what: 'CODEOWNERS',
      look: claim => this.look(claim, signal),
      most: MOST_A_RUN,
      now: this.now,
      signal,
    });
  }

  private async syncHandles(signal: AbortSignal): Promise<void> {
    const people = await readCatalogPeople(this.options, signal);
    await this.options.database.transaction(async trx => {
      const handles = mapHandles(people, await readGroupSizes(trx));
      const subjects = await writeHandles(trx, handles);
      if (subjects.length > 0) await this.options.onChanged(trx, subjects);
    });
  }

  /** Gives what went wrong, where that is new. */
  private async look(
    claim: CodeownersFileRow,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const { database, onChanged } = this.options;
    const { url, dialect } = claimed.parse(claim);
    const found = await this.find(claim, { url, dialect }, signal);
    // What a stop cut short is no fault of the host.
    if (signal.aborted) return undefined;
    const { looked } = found;
    await database.transaction(async trx => {
      const changed = await storeLooked(trx, claim, {
        dialect,
        found,
        now: this.now(),
      });
      if (changed) await onChanged(trx, [claim.subject]);
    });
    return looked.status === 'fault' && looked.because !== claim.because
      ? `of ${claim.subject}: ${looked.because}`
      : undefined;
  }

  private async find(
    claim: CodeownersFileRow,
    { url, dialect }: z.output<typeof claimed>,
    signal: AbortSignal,
  ): Promise<Found> {
    const { hosts } = this.options;
    const { path, etag, text } = claim;
    const looked = await lookForFile(
      this.options,
      {
        url,
        dialect,
        ...(path !== null && { path }),
        // Without the text of before, "as it was" would say nothing.
        ...(etag !== null && text !== null && { etag }),
      },
      signal,
    );
    const hasFile = looked.status === 'read' || looked.status === 'same';
    const objections = hasFile
      ? await hosts.findObjections(url, signal)
      : undefined;
    return { looked, ...(objections && { objections }) };
  }
}
