import { Knex } from 'knex';
import { OwnerSpanRow } from '../database/tables';
import { whereAny } from '../database/whereAny';

/** Services that any of the groups owns or ever owned, sorted, in one statement. */
export async function readServiceRefsOfGroups(
  knex: Knex,
  options: { groupRefs: readonly string[] },
): Promise<string[]> {
  const rows: Pick<OwnerSpanRow, 'entity_ref'>[] = await whereAny(
    knex('owner_spans').distinct('entity_ref').orderBy('entity_ref'),
    'owner_ref',
    options.groupRefs,
  );
  return rows.map(row => row.entity_ref);
}
