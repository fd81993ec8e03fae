import { Knex } from 'knex';
import { whereAny } from '../../database/whereAny';

/** The services of a group and of all groups below it, or the visible ones of them. */
export interface TreeScope {
  groupRef: string;
  visible?: readonly string[];
}

/** Joins a group's tree (`c`) to the services (`s`) that its groups own now. */
export function servicesOf(knex: Knex, scope: TreeScope): Knex.QueryBuilder {
  const query = knex('group_closure as c')
    .join('services as s', 's.owner_ref', 'c.descendant_ref')
    .where('c.ancestor_ref', scope.groupRef)
    .whereNull('s.removed_at');
  return scope.visible ? whereAny(query, 's.entity_ref', scope.visible) : query;
}
