import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { claimFiles } from './claimFiles';

/** Repositories taken at once. */
const BATCH = 10;

/**
 * Looks at repositories that are claimed, batch after batch, until nothing is
 * due, enough was done or the backend stops, and tells once what went wrong.
 * Gives how many were looked at.
 */
export async function lookInTurn<Claim>(
  { database, logger }: { database: Knex; logger: LoggerService },
  work: {
    table: string;
    /** What is read of them, for the log: `CODEOWNERS`. */
    what: string;
    /** Gives what went wrong, where that is new. */
    look(claim: Claim): Promise<string | undefined>;
    most: number;
    now(): number;
    signal: AbortSignal;
  },
): Promise<number> {
  const { table, what, look, most, now, signal } = work;
  let looked = 0;
  const faults: string[] = [];
  while (!signal.aborted && looked < most) {
    const claims: Claim[] = await claimFiles(database, {
      table,
      limit: BATCH,
      now: now(),
    });
    if (claims.length === 0) break;
    const told = await Promise.all(claims.map(one => look(one)));
    faults.push(...told.flatMap(fault => fault ?? []));
    looked += claims.length;
  }
  // A host that is down has as many faults as repositories.
  if (faults.length > 0) {
    logger.warn(
      `${what} of ${faults.length} of ${looked} repositories cannot be read, first ${faults[0]}`,
    );
  }
  return looked;
}
