import { Knex } from 'knex';
import { GroupRow } from '../database/tables';

/** A group of the catalog, and the one that it stands under. */
export interface KnownGroup {
  groupRef: string;
  title: string;
  parent?: string;
}

/** Every group, by ref, in one statement. */
export async function readGroups(knex: Knex): Promise<Map<string, KnownGroup>> {
  const rows: Pick<GroupRow, 'group_ref' | 'title' | 'parent_ref'>[] =
    await knex<GroupRow>('groups')
      .select('group_ref', 'title', 'parent_ref')
      .orderBy('group_ref');
  return new Map(
    rows.map(({ group_ref: groupRef, title, parent_ref: parent }) => [
      groupRef,
      { groupRef, title, ...(parent !== null && { parent }) },
    ]),
  );
}
