import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { AssessmentQueueRow } from '../../database/tables';
import { Claim } from './Claim';

/** How long a claim holds; after it a crash is assumed. Milliseconds. */
export const leaseMs = 60_000;

/**
 * Takes the services that have been due longest under a lease, in one
 * statement. Workers that do so at the same time get different services:
 * PostgreSQL skips rows another one is taking, SQLite has one writer.
 */
export async function claimDue(
  knex: Knex,
  options: { now: number; lease: string; limit: number },
): Promise<Claim[]> {
  const onPostgres = knex.client.config.client === 'pg';
  const now = writeInstant(options.now);
  const answer = await knex.raw(
    `update assessment_queue set lease = ?, leased_until = ?
    where entity_ref in (
      select entity_ref from assessment_queue
      where due_at <= ? and (leased_until is null or leased_until <= ?)
      order by due_at, entity_ref limit ?
      ${onPostgres ? 'for update skip locked' : ''}
    ) returning entity_ref, version, attempts`,
    [
      options.lease,
      writeInstant(options.now + leaseMs),
      now,
      now,
      options.limit,
    ],
  );
  const rows: AssessmentQueueRow[] = onPostgres ? answer.rows : answer;
  return rows
    .map(row => ({
      entityRef: row.entity_ref,
      version: row.version,
      attempts: row.attempts,
    }))
    .sort((a, b) => (a.entityRef < b.entityRef ? -1 : 1));
}
