import { Knex } from 'knex';
import { groupByRef } from '../../database/groupByRef';
import { whereAny } from '../../database/whereAny';
import { StatusCount } from './readBurdens';

/** How many counted checks of each service have which status, by burden, in one statement; what is only tried out is not counted. */
export async function countStatuses(knex: Knex, entityRefs: readonly string[]) {
  const rows: (StatusCount & { entity_ref: string })[] = await whereAny(
    knex('check_results')
      .whereNot('mode', 'audit')
      .groupBy('entity_ref', 'burden', 'status')
      .select('entity_ref', 'burden', 'status', knex.raw('count(*) as checks')),
    'entity_ref',
    entityRefs,
  );
  return groupByRef(rows);
}
