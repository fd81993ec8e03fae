import {
  Burden,
  BurdenCell,
  CheckStatus,
  burdens,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { burdenStatusOf } from './burdenStatusOf';
import { TreeScope, servicesOf } from './servicesOf';

/** How many checks of a burden have a status. */
export interface StatusCount {
  burden: Burden;
  status: CheckStatus;
  checks: number | string;
}

/** The burdens over all services of a tree, in one statement. */
export async function readBurdens(
  knex: Knex,
  scope: TreeScope,
): Promise<BurdenCell[]> {
  const rows: StatusCount[] = await servicesOf(knex, scope)
    .join('check_results as r', 'r.entity_ref', 's.entity_ref')
    // What is only tried out counts nowhere.
    .whereNot('r.mode', 'audit')
    .groupBy('r.burden', 'r.status')
    .select('r.burden', 'r.status', knex.raw('count(*) as checks'));
  return toCells(rows);
}

/** One cell for each burden, in their order; those without a check included. */
export function toCells(rows: readonly StatusCount[]): BurdenCell[] {
  return burdens.map(burden => {
    const counts = new Map<CheckStatus, number>();
    for (const row of rows) {
      if (row.burden === burden) counts.set(row.status, Number(row.checks));
    }
    const of = (status: CheckStatus) => counts.get(status) ?? 0;
    const unknown = of('unknown');
    const known = of('pass') + of('warn') + of('fail') + of('exempt');
    return {
      burden,
      status: burdenStatusOf(of),
      notPassing: of('fail') + of('warn'),
      unknown,
      applicable: known + unknown,
    };
  });
}
