import { Knex } from 'knex';
import { GroupClosureRow, GroupRow } from '../database/tables';
import { insertRows } from '../database/insertRows';
import { GroupTree } from './buildGroupTree';

/**
 * Replaces the groups and their closure where they are different. Gives the
 * refs of groups that came or went, and of those that others are below now.
 */
export async function writeGroups(
  trx: Knex,
  tree: GroupTree,
): Promise<string[]> {
  const before = await trx<GroupRow>('groups').select();
  const groups: GroupRow[] = tree.groups.map(group => ({
    group_ref: group.groupRef,
    title: group.title,
    parent_ref: group.parent ?? null,
    zone: group.zone ?? null,
    rotas: group.rotas?.length ? JSON.stringify(group.rotas) : null,
  }));
  await replaceWhereDifferent(trx, 'groups', { before, after: groups });
  const pairs = {
    before: await trx<GroupClosureRow>('group_closure').select(),
    after: tree.closure.map(pair => ({
      ancestor_ref: pair.ancestor,
      descendant_ref: pair.descendant,
      depth: pair.depth,
    })),
  };
  await replaceWhereDifferent(trx, 'group_closure', pairs);
  return findReshaped(pairs);
}

/** A group that comes or goes does so with the pair of itself. */
function findReshaped(pairs: {
  before: readonly GroupClosureRow[];
  after: readonly GroupClosureRow[];
}): string[] {
  const keyOf = (row: GroupClosureRow) =>
    JSON.stringify([row.ancestor_ref, row.descendant_ref]);
  const was = new Set(pairs.before.map(keyOf));
  const is = new Set(pairs.after.map(keyOf));
  const refs = [...pairs.before, ...pairs.after]
    .filter(row => !was.has(keyOf(row)) || !is.has(keyOf(row)))
    .map(row => row.ancestor_ref);
  return [...new Set(refs)];
}

/** Replaces the rows of a small table in one go, or writes nothing at all. */
export async function replaceWhereDifferent<T extends object>(
  trx: Knex,
  table: string,
  rows: {
    before: readonly T[];
    after: readonly (T & { [K in keyof T]: string | number | null })[];
  },
): Promise<void> {
  const { before, after } = rows;
  const print = (row: object) =>
    JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
  const was = new Set(before.map(print));
  const is = new Set(after.map(print));
  if (was.size === is.size && [...is].every(row => was.has(row))) return;
  await trx(table).delete();
  await insertRows(trx, { table }, after);
}
