import { Knex } from 'knex';
import { among } from '../../database/among';
import { writeInstant } from '../../database/instants';
import { startOfDay } from './startOfDay';
import { AssessmentQueueRow } from '../../database/tables';
import { Claim } from './Claim';
import { earlierRestate } from './markDue';

/** How long a claim holds; after it a crash is assumed. Milliseconds. */
export const leaseMs = 60_000;

/**
 * Takes the services that have been due longest under a lease, in one
 * statement. Workers that do so at the same time get different services:
 * PostgreSQL skips rows another one is taking, SQLite has one writer. What was
 * due on a day that is over by now did not get into that day's snapshot: the
 * day is to be restated.
 */
export async function claimDue(
  knex: Knex,
  options: { now: number; lease: string; limit: number },
): Promise<Claim[]> {
  const onPostgres = knex.client.config.client === 'pg';
  const now = writeInstant(options.now);
  const answer = await knex.raw(
    `update assessment_queue set lease = ?, leased_until = ?,
      restate_from = case when due_at < ? then ${earlierRestate(
        knex,
        'due_at',
      )} else restate_from end
    where entity_ref ${among(
      knex,
      `select entity_ref from assessment_queue
      where due_at <= ? and (leased_until is null or leased_until <= ?)
      order by due_at, entity_ref limit ?
      ${onPostgres ? 'for update skip locked' : ''}`,
    )} returning entity_ref, version, attempts`,
    [
      options.lease,
      writeInstant(options.now + leaseMs),
      startOfDay(options.now),
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
