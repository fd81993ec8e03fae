import { Knex } from 'knex';
import { DbInstant, GateDecisionRow } from '../database/tables';

/** A decision with its review, where it has one. */
export type KeptRow = Pick<
  GateDecisionRow,
  'id' | 'at' | 'by_ref' | 'document'
> & {
  reviewed_at: DbInstant | null;
  reviewed_by: string | null;
  remarks: string | null;
};

/** Decisions (`d`) with their reviews. */
export function decisionRows(
  knex: Knex,
): Knex.QueryBuilder<KeptRow, KeptRow[]> {
  return knex('gate_decisions as d')
    .leftJoin('decision_reviews as r', 'r.decision_id', 'd.id')
    .select('d.id', 'd.at', 'd.by_ref', 'd.document', 'r.remarks', {
      reviewed_at: 'r.at',
      reviewed_by: 'r.by_ref',
    });
}
