import { ScorecardServicesResponse } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { statusOf } from '../statusOf';
import { ScoredScope, scoredServices } from './scoredServices';

/** Number of services of a scorecard, and their results by check, over all pages; in two statements. */
export async function readScorecardCounts(
  knex: Knex,
  scope: ScoredScope,
): Promise<Pick<ScorecardServicesResponse, 'total' | 'counts'>> {
  const [{ total }]: { total: number | string }[] = await scoredServices(
    knex,
    scope,
  ).select(knex.raw('count(*) as total'));
  const rows: {
    check_id: string;
    status: string;
    services: number | string;
  }[] = await knex('check_results as r')
    .where('r.scorecard', scope.scorecard)
    .whereIn('r.entity_ref', scoredServices(knex, scope).select('s.entity_ref'))
    .groupBy('r.check_id', 'r.status')
    .select('r.check_id', 'r.status', knex.raw('count(*) as services'));
  const counts: ScorecardServicesResponse['counts'] = {};
  for (const { check_id: check, status, services } of rows) {
    counts[check] = { ...counts[check], [statusOf(status)]: Number(services) };
  }
  return { total: Number(total), counts };
}
