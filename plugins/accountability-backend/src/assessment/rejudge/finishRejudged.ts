import { Knex } from 'knex';
import { anyOf } from '../../database/anyOf';

/** How a claim of `claimBehind` ends. */
export interface Rejudged {
  entityRef: string;
  /** Where it is to be assessed sooner than it was due; epoch milliseconds. */
  dueAt?: number;
}

const fromPostgres = `json_to_recordset(?::json) as
  done(ref text, due timestamptz)`;

const fromSqlite = `(select json_extract(value, '$.ref') as ref,
  json_extract(value, '$.due') as due from json_each(?)) as done`;

/** Gives claims back, in one statement. What made a service due meanwhile stays, as do its version and its closed days. */
export async function finishRejudged(
  trx: Knex,
  options: { lease: string; finished: readonly Rejudged[] },
): Promise<void> {
  if (options.finished.length === 0) return;
  const onPostgres = trx.client.config.client === 'pg';
  const rows = options.finished.map(({ entityRef, dueAt }) => ({
    ref: entityRef,
    due:
      onPostgres && dueAt !== undefined ? new Date(dueAt).toISOString() : dueAt,
  }));
  const least = onPostgres ? 'least' : 'min';
  // Looked up by the index, as in `finishClaims`.
  const given = anyOf(
    trx,
    rows.map(({ ref }) => ref),
  );
  await trx.raw(
    `update assessment_queue set
      due_at = ${least}(
        assessment_queue.due_at, coalesce(done.due, assessment_queue.due_at)),
      lease = null, leased_until = null
    from ${onPostgres ? fromPostgres : fromSqlite}
    where assessment_queue.entity_ref = done.ref and assessment_queue.lease = ?
      and assessment_queue.entity_ref ${given.sql}`,
    [JSON.stringify(rows), options.lease, given.bind],
  );
}
