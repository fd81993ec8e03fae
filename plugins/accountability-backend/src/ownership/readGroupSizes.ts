import { Knex } from 'knex';

/**
 * How many people of the catalog are now in each group, those of groups below
 * it included, by ref, in one statement. A group without anybody is left out.
 */
export async function readGroupSizes(knex: Knex): Promise<Map<string, number>> {
  const rows: { group_ref: string; size: number | string }[] = await knex(
    'memberships as m',
  )
    .join('group_closure as c', 'c.descendant_ref', 'm.group_ref')
    .whereNull('m.valid_to')
    .groupBy('c.ancestor_ref')
    .select({ group_ref: 'c.ancestor_ref' })
    .countDistinct({ size: 'm.person_key' });
  return new Map(rows.map(row => [row.group_ref, Number(row.size)]));
}
