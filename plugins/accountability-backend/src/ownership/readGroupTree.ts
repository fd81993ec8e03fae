import { Knex } from 'knex';
import { RollupGroup } from 'backstage-plugin-accountability-common';
import { GroupRow } from '../database/tables';

/** A group of the tree under a team, with the IANA zone it works in (absent is UTC). */
export type GroupNode = RollupGroup & { zone?: string };

/**
 * A group and all groups below it, the nearest first, in one statement; empty
 * where the catalog has no such group.
 */
export async function readGroupTree(
  knex: Knex,
  options: { groupRef: string },
): Promise<GroupNode[]> {
  const rows: (GroupRow & { depth: number })[] = await knex(
    'group_closure as c',
  )
    .join('groups as g', 'g.group_ref', 'c.descendant_ref')
    .where('c.ancestor_ref', options.groupRef.toLowerCase())
    .select('g.*', 'c.depth')
    .orderBy(['c.depth', 'g.group_ref']);
  return rows.map(row => ({
    groupRef: row.group_ref,
    title: row.title,
    depth: row.depth,
    // Above the team asked for lies what its page does not speak of.
    parent: row.depth === 0 ? undefined : row.parent_ref ?? undefined,
    zone: row.zone ?? undefined,
  }));
}
