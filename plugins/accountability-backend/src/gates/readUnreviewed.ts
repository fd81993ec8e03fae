import { Knex } from 'knex';
import { whereAny } from '../database/whereAny';
import { decisionRows } from './decisionRows';
import { KeptDecision, toKept } from './readDecision';

/** Decisions on services with which somebody went past a gate and that nobody reviewed yet, the longest ago first, in one statement. */
export async function readUnreviewed(
  knex: Knex,
  options: { entityRefs: readonly string[]; limit: number },
): Promise<KeptDecision[]> {
  const query = decisionRows(knex)
    // In the words of the index of those that were gone past.
    .whereRaw('d.broken_glass')
    .whereNull('r.decision_id')
    .orderBy(['d.at', 'd.id'])
    .limit(options.limit);
  const rows = await whereAny(query, 'd.entity_ref', options.entityRefs);
  return rows.map(toKept);
}
