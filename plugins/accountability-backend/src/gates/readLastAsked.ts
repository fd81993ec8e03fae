import { Knex } from 'knex';
import { readInstant } from '../database/instants';
import { GateDecisionRow } from '../database/tables';

/** When a gate last decided, epoch milliseconds; undefined where none is in the log. One step along its index. */
export async function readLastAsked(knex: Knex): Promise<number | undefined> {
  const row: Pick<GateDecisionRow, 'at'> | undefined = await knex(
    'gate_decisions',
  )
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .first('at');
  return row && readInstant(row.at);
}
