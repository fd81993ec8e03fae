import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { whereAny } from '../database/whereAny';

const BATCH = 500;

/**
 * Deletes decisions made before an instant with their reviews, and keys whose
 * day is over, in small batches, each its own transaction. Gives the number of
 * decisions. Idempotent.
 */
export async function pruneDecisions(
  knex: Knex,
  options: { now: number; keepMs: number; signal?: AbortSignal },
): Promise<number> {
  const { now, keepMs, signal } = options;
  await knex('decision_keys')
    .where('key_until', '<=', writeInstant(now))
    .delete();
  let pruned = 0;
  while (!signal?.aborted) {
    const ids = await knex('gate_decisions')
      .where('at', '<', writeInstant(now - keepMs))
      .orderBy(['at', 'id'])
      .limit(BATCH)
      .pluck<string[]>('id');
    if (ids.length === 0) break;
    await knex.transaction(async trx => {
      await whereAny(trx('decision_reviews'), 'decision_id', ids).delete();
      await whereAny(trx('gate_decisions'), 'id', ids).delete();
    });
    pruned += ids.length;
  }
  return pruned;
}
