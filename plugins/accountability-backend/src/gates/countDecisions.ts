import { GateOutcome } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../database/instants';

/** How often a gate decided so. */
export interface DecisionCount {
  gate: string;
  /** Present where it was asked for by service. */
  entityRef?: string;
  outcome: GateOutcome;
  brokenGlass: boolean;
  count: number;
}

interface Row {
  gate: string;
  entity_ref?: string;
  outcome: GateOutcome;
  broken_glass: boolean | number;
  count: number | string;
}

/** Decisions of the time since an instant (epoch milliseconds) by gate and outcome, in one statement. */
export async function countDecisions(
  knex: Knex,
  options: { since: number; byService: boolean },
): Promise<DecisionCount[]> {
  const columns = ['gate', 'outcome', 'broken_glass'];
  if (options.byService) columns.push('entity_ref');
  const rows: Row[] = await knex('gate_decisions')
    .where('at', '>=', writeInstant(options.since))
    .groupBy(columns)
    .select(...columns)
    .count({ count: '*' });
  return rows.map(row => ({
    gate: row.gate,
    ...(row.entity_ref !== undefined && { entityRef: row.entity_ref }),
    outcome: row.outcome,
    brokenGlass: Boolean(row.broken_glass),
    count: Number(row.count),
  }));
}
