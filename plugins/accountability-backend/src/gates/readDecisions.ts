import { GateOutcome } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { readInstant, writeInstant } from '../database/instants';
import { decisionRows } from './decisionRows';
import { KeptDecision, toKept } from './readDecision';

/** Which decisions are asked for. */
export interface DecisionFilter {
  gate?: string;
  /** In lower case. */
  entityRef?: string;
  outcome?: GateOutcome;
  brokenGlass?: boolean;
}

/** A place in the log. */
export interface LogPlace {
  /** Epoch milliseconds. */
  at: number;
  id: string;
}

/** The newest decisions before a place, newest first, in one statement. */
export async function readDecisions(
  knex: Knex,
  options: { filter: DecisionFilter; before?: LogPlace; limit: number },
): Promise<(KeptDecision & { place: LogPlace })[]> {
  const { filter, before, limit } = options;
  const query = decisionRows(knex)
    .orderBy([
      { column: 'd.at', order: 'desc' },
      { column: 'd.id', order: 'desc' },
    ])
    .limit(limit);
  if (filter.gate !== undefined) query.where('d.gate', filter.gate);
  if (filter.entityRef !== undefined) {
    query.where('d.entity_ref', filter.entityRef);
  }
  if (filter.outcome !== undefined) query.where('d.outcome', filter.outcome);
  if (filter.brokenGlass !== undefined) {
    // In the words of the index of those that were gone past.
    query.whereRaw(
      filter.brokenGlass ? 'd.broken_glass' : 'not d.broken_glass',
    );
  }
  if (before) {
    query.whereRaw('(d.at, d.id) < (?, ?)', [
      knex.client.config.client === 'pg'
        ? writeInstant(before.at)
        : writeInstant(before.at).getTime(),
      before.id,
    ]);
  }
  const rows = await query;
  return rows.map(row => ({
    ...toKept(row),
    place: { at: readInstant(row.at), id: row.id },
  }));
}
