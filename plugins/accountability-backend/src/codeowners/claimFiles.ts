import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { CodeownersFileRow } from '../database/tables';

/** How long a claim holds; after it a crash is assumed. Milliseconds. */
const LEASE_MS = 10 * 60_000;

/** Takes files that are due and have waited longest under a lease, in one statement: each is read by one replica. */
export async function claimFiles(
  knex: Knex,
  { limit, now }: { limit: number; now: number },
): Promise<CodeownersFileRow[]> {
  const isPostgres = knex.client.config.client === 'pg';
  const at = writeInstant(now);
  const answer = await knex.raw(
    `update codeowners_files set lease = ?, leased_until = ?
    where subject in (
      select subject from codeowners_files
      where due_at <= ? and (leased_until is null or leased_until <= ?)
      order by due_at, subject limit ?
      ${isPostgres ? 'for update skip locked' : ''}
    ) returning *`,
    [randomUUID(), writeInstant(now + LEASE_MS), at, at, limit],
  );
  return isPostgres ? answer.rows : answer;
}
