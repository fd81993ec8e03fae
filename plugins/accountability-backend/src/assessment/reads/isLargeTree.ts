import { Knex } from 'knex';
import { servicesOf } from './servicesOf';

/** Whether a group and the groups below it own more services than so many, in one statement. */
export async function isLargeTree(
  knex: Knex,
  { groupRef, than }: { groupRef: string; than: number },
): Promise<boolean> {
  const rows = await servicesOf(knex, { groupRef })
    .select('s.entity_ref')
    .limit(than + 1);
  return rows.length > than;
}
