import { RollupResponse } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { ServiceLevelRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';
import { TreeScope, servicesOf } from './servicesOf';

interface Row {
  level: string | null;
  rank: number | null;
  services: number | string;
}

/**
 * Number of services on each level, highest first, in one statement. A service
 * with several scorecards stands where it stands lowest; one without any
 * counts as having no level.
 */
export async function readLevels(
  knex: Knex,
  scope: TreeScope,
): Promise<RollupResponse['levels']> {
  const rows: Row[] = await servicesOf(knex, scope)
    .leftJoin(lowestLevels(knex, scope), 'l.entity_ref', 's.entity_ref')
    .groupBy('l.level', 'l.rank')
    .select('l.level', 'l.rank', knex.raw('count(*) as services'));
  const levels = new Map<string, RollupResponse['levels'][number]>();
  for (const { level, rank, services } of rows) {
    const key = JSON.stringify([level, rank ?? 0]);
    const before = levels.get(key)?.services ?? 0;
    levels.set(key, {
      level: level ?? undefined,
      rank: rank ?? 0,
      services: before + Number(services),
    });
  }
  return [...levels.values()].sort(
    (a, b) => b.rank - a.rank || ((a.level ?? '') < (b.level ?? '') ? -1 : 1),
  );
}

/** The lowest level of each service of a tree (`l`); a scorecard on whose ladder nothing is enforced has none. */
function lowestLevels(knex: Knex, scope: TreeScope): Knex.Raw {
  return knex.raw(
    `(select entity_ref, level, rank from (
      select *, row_number() over (
        partition by entity_ref order by rank, scorecard) as place
      from service_levels where ladder <> '[]' and entity_ref in (?)
      ) ranked where place = 1) as l`,
    [servicesOf(knex, scope).select('s.entity_ref')],
  );
}

/** The same of some services, each with its ladder, by ref, in one statement. */
export async function readLowestLevels(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<Map<string, ServiceLevelRow>> {
  const rows: ServiceLevelRow[] = await whereAny(
    knex('service_levels')
      .whereNot('ladder', '[]')
      .orderBy(['rank', 'scorecard'])
      .select(),
    'entity_ref',
    entityRefs,
  );
  // The first of each is to stay, and the last one written does.
  return new Map(rows.reverse().map(row => [row.entity_ref, row]));
}
