import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { writeInstant } from '../database/instants';

/** How long a claim holds; after it a crash is assumed. Milliseconds. */
const LEASE_MS = 10 * 60_000;

/**
 * Takes files that are due and have waited longest under a lease, in one
 * statement: each is read by one replica. Gives the rows of the table, which
 * has `subject`, `due_at`, `lease` and `leased_until`.
 */
export async function claimFiles<Row>(
  knex: Knex,
  { table, limit, now }: { table: string; limit: number; now: number },
): Promise<Row[]> {
  const isPostgres = knex.client.config.client === 'pg';
  const at = writeInstant(now);
  const answer = await knex.raw(
    `update ?? set lease = ?, leased_until = ?
    where subject in (
      select subject from ??
      where due_at <= ? and (leased_until is null or leased_until <= ?)
      order by due_at, subject limit ?
      ${isPostgres ? 'for update skip locked' : ''}
    ) returning *`,
    [table, randomUUID(), writeInstant(now + LEASE_MS), table, at, at, limit],
  );
  return isPostgres ? answer.rows : answer;
}
