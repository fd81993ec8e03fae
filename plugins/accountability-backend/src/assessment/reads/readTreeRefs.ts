import { Knex } from 'knex';
import { ServiceRow } from '../../database/tables';
import { TreeScope, servicesOf } from './servicesOf';

/** Refs of the services of a group and of all groups below it, sorted, in one statement. */
export async function readTreeRefs(
  knex: Knex,
  scope: TreeScope,
): Promise<string[]> {
  const rows: Pick<ServiceRow, 'entity_ref'>[] = await servicesOf(knex, scope)
    .orderBy('s.entity_ref')
    .select('s.entity_ref');
  return rows.map(row => row.entity_ref);
}
