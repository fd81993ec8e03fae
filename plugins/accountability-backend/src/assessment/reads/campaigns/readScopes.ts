import { setImmediate } from 'timers/promises';
import {
  FilterPredicate,
  evaluateFilterPredicate,
  parseFilterPredicate,
} from '@backstage/filter-predicates';
import { Campaign } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { ServiceRow } from '../../../database/tables';
import { whereAny } from '../../../database/whereAny';

/** Entities that are read in one go; 500 take 40 ms. */
const AT_ONCE = 500;

/**
 * The services that each campaign's scope matches, by the campaign's id, in
 * one statement, none where no campaign has a scope; of some services only
 * where they are given. Campaigns without one are not in it: all services are
 * theirs.
 */
export async function readScopes(
  knex: Knex,
  campaigns: readonly Pick<Campaign, 'id' | 'scope'>[],
  entityRefs?: readonly string[],
): Promise<Map<string, Set<string>>> {
  const scopes = campaigns.flatMap(({ id, scope }) =>
    scope === undefined
      ? []
      : [
          {
            predicate: parseFilterPredicate(scope),
            id,
            refs: new Set<string>(),
          },
        ],
  );
  if (scopes.length > 0) await match(knex, scopes, entityRefs);
  return new Map(scopes.map(({ id, refs }) => [id, refs]));
}

interface Scope {
  predicate: FilterPredicate;
  /** Services that it matches. */
  refs: Set<string>;
}

async function match(
  knex: Knex,
  scopes: readonly Scope[],
  entityRefs: readonly string[] | undefined,
): Promise<void> {
  const query = knex<ServiceRow>('services')
    .whereNull('removed_at')
    .select('entity_ref', 'entity');
  if (entityRefs) whereAny(query, 'entity_ref', entityRefs);
  const rows: Pick<ServiceRow, 'entity_ref' | 'entity'>[] = await query;
  for (const [i, row] of rows.entries()) {
    // Webhooks need not wait for all services.
    if (i > 0 && i % AT_ONCE === 0) await setImmediate();
    const entity = JSON.parse(row.entity);
    scopes
      .filter(({ predicate }) => evaluateFilterPredicate(predicate, entity))
      .forEach(({ refs }) => refs.add(row.entity_ref));
  }
}
