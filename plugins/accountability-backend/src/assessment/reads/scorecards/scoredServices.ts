import { CheckStatus } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { whereAny } from '../../../database/whereAny';

/** Which services of a scorecard to read. */
export interface ScoredScope {
  scorecard: string;
  /** Only these services, where given. */
  visible?: readonly string[];
  /** Entity ref, in lower case. */
  owner?: string;
  /** Name of a level, or `none`. */
  level?: string;
  /** Of which this check was asked. */
  check?: string;
  /** With `check`: of which it has this result. */
  status?: CheckStatus;
}

/** Services (`s`) of the catalog that a scorecard applies to, with their levels on it (`l`). */
export function scoredServices(
  knex: Knex,
  scope: ScoredScope,
): Knex.QueryBuilder {
  const { scorecard, visible, owner, level, check, status } = scope;
  const query = knex('service_levels as l')
    .join('services as s', 's.entity_ref', 'l.entity_ref')
    .where('l.scorecard', scorecard)
    .whereNull('s.removed_at');
  if (visible) whereAny(query, 's.entity_ref', visible);
  if (owner !== undefined) query.where('s.owner_ref', owner);
  if (level === 'none') query.whereNull('l.level');
  else if (level !== undefined) query.where('l.level', level);
  if (check !== undefined) {
    const asked = knex('check_results as c')
      .whereRaw('c.entity_ref = s.entity_ref')
      .where({ 'c.scorecard': scorecard, 'c.check_id': check })
      .select(knex.raw('1'));
    if (status) asked.where('c.status', status);
    query.whereExists(asked);
  }
  return query;
}
