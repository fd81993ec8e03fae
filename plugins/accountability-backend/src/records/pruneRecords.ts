import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { whereAny } from '../database/whereAny';

const BATCH = 500;
const SUBJECTS = 200;

/** Kinds that end by themselves: one that never ended was given up. Incidents, alerts and findings go on until somebody ends them. */
const passing = ['deployment', 'build', 'change', 'report'];

/**
 * Deletes records that ended before an instant (epoch milliseconds), with
 * their events, and gives how many. What still goes on stays, however old.
 * Subject by subject in small batches, each its own transaction.
 */
export async function pruneRecords(
  knex: Knex,
  { before, signal }: { before: number; signal?: AbortSignal },
): Promise<number> {
  let pruned = 0;
  let after = '';
  while (!signal?.aborted) {
    const subjects = await knex('subjects')
      .where('subject', '>', after)
      .orderBy('subject')
      .limit(SUBJECTS)
      .pluck<string[]>('subject');
    if (subjects.length === 0) break;
    let batch: string[];
    do {
      batch = await findPast(knex, { subjects, before });
      if (batch.length > 0) await removeRecords(knex, batch);
      pruned += batch.length;
    } while (batch.length === BATCH && !signal?.aborted);
    after = subjects[subjects.length - 1];
  }
  return pruned;
}

async function findPast(
  knex: Knex,
  { subjects, before }: { subjects: readonly string[]; before: number },
): Promise<string[]> {
  const at = writeInstant(before);
  return whereAny(knex('records'), 'subject', subjects)
    .where(past =>
      past
        .where('ended_at', '<', at)
        .orWhere(given =>
          given
            .whereNull('ended_at')
            .where('started_at', '<', at)
            .whereIn('kind', passing),
        ),
    )
    .limit(BATCH)
    .pluck('record_id');
}

async function removeRecords(
  knex: Knex,
  recordIds: readonly string[],
): Promise<void> {
  await knex.transaction(async trx => {
    // Heads first: their locks keep writers of these records away.
    const subjects = await whereAny(trx('record_heads'), 'record_id', recordIds)
      .orderBy('record_id')
      .forUpdate()
      .pluck<string[]>('subject');
    await whereAny(trx('record_events'), 'record_id', recordIds).delete();
    await whereAny(trx('bill_reports'), 'record_id', recordIds).delete();
    await whereAny(trx('records'), 'record_id', recordIds)
      .whereIn('subject', [...new Set(subjects)])
      .delete();
    await whereAny(trx('change_topics'), 'record_id', recordIds).delete();
    await whereAny(trx('record_heads'), 'record_id', recordIds).delete();
  });
}
