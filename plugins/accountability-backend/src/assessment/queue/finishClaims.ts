import { Knex } from 'knex';
import { anyOf } from '../../database/anyOf';
import { AssessmentQueueRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';
import { Claim } from './Claim';
import { earlierRestate } from './markDue';
import { startOfDay } from './startOfDay';

/** How a claim ends: due again at an instant, or failed for a reason. */
export interface FinishedClaim {
  claim: Claim;
  dueAt: number;
  /** Absent where it went well. */
  trouble?: string;
}

const maxBackoffMs = 3_600_000;

const fromPostgres = `json_to_recordset(?::json) as
  done(ref text, version int, due timestamptz, day timestamptz,
  attempts int, trouble text)`;

const fromSqlite = `(select
  json_extract(value, '$.ref') as ref,
  json_extract(value, '$.version') as version,
  json_extract(value, '$.due') as due,
  json_extract(value, '$.day') as day,
  json_extract(value, '$.attempts') as attempts,
  json_extract(value, '$.trouble') as trouble
  from json_each(?)) as done`;

/** When a failed service is tried again: 10 s, 20 s, 40 s and so on, at most an hour. */
export function retryAt(now: number, attempts: number): number {
  return now + Math.min(maxBackoffMs, 2 ** (attempts + 1) * 5000);
}

/**
 * Gives claims back, in one statement. A service that was made due while it
 * was being assessed stays due. The day of one that failed is to be restated
 * where it is tried again on another.
 */
export async function finishClaims(
  trx: Knex,
  options: { lease: string; finished: readonly FinishedClaim[] },
): Promise<void> {
  if (options.finished.length === 0) return;
  const onPostgres = trx.client.config.client === 'pg';
  const write = (at: Date) => (onPostgres ? at.toISOString() : at.getTime());
  const rows = options.finished.map(({ claim, dueAt, trouble }) => ({
    ref: claim.entityRef,
    version: claim.version,
    due: write(new Date(dueAt)),
    day: write(startOfDay(dueAt)),
    attempts: trouble === undefined ? 0 : claim.attempts + 1,
    trouble: trouble ?? null,
  }));
  // Looked up by the index: PostgreSQL does not know how few are in the JSON.
  const given = anyOf(
    trx,
    rows.map(({ ref }) => ref),
  );
  await trx.raw(
    `update assessment_queue set
      due_at = case when assessment_queue.version = done.version
        then done.due else assessment_queue.due_at end,
      restate_from = case
        when done.trouble is not null and assessment_queue.due_at < done.day
        then ${earlierRestate(trx, 'assessment_queue.due_at')}
        else restate_from end,
      lease = null, leased_until = null,
      attempts = done.attempts, trouble = done.trouble
    from ${onPostgres ? fromPostgres : fromSqlite}
    where assessment_queue.entity_ref = done.ref and assessment_queue.lease = ?
      and assessment_queue.entity_ref ${given.sql}`,
    [JSON.stringify(rows), options.lease, given.bind],
  );
}

/** Services that are gone from the catalog leave the queue. */
export async function dropClaims(
  trx: Knex,
  options: { lease: string; entityRefs: readonly string[] },
): Promise<void> {
  if (options.entityRefs.length === 0) return;
  await whereAny(
    trx<AssessmentQueueRow>('assessment_queue')
      .where({ lease: options.lease })
      .delete(),
    'entity_ref',
    options.entityRefs,
  );
}
