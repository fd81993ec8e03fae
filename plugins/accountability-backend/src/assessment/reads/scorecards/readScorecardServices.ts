import { ScorecardServiceRow } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { groupByRef } from '../../../database/groupByRef';
import { readInstant } from '../../../database/instants';
import {
  CheckResultRow,
  ServiceLevelRow,
  ServiceRow,
} from '../../../database/tables';
import { whereAny } from '../../../database/whereAny';
import { statusOf } from '../statusOf';
import { ScoredScope, scoredServices } from './scoredServices';

/** Orders of a scorecard's services. */
export type ScorecardSort = 'name' | 'level' | 'owner';

/** Where a page begins: after the service with these values of the columns it is sorted by. */
export type ScorecardPlace = (string | number)[];

/** A page of a scorecard's services. */
export interface ScorecardPage {
  services: ScorecardServiceRow[];
  /** Where the next page begins. */
  nextAfter?: ScorecardPlace;
}

const columnsOf = {
  name: ['s.title', 's.entity_ref'],
  level: ['l.rank', 's.title', 's.entity_ref'],
  owner: [`coalesce(s.owner_ref, '')`, 's.title', 's.entity_ref'],
} as const;

type Row = Pick<ServiceRow, 'entity_ref' | 'title' | 'owner_ref'> &
  Pick<ServiceLevelRow, 'level' | 'rank'>;

/**
 * A page of the services of a scorecard with the results of its checks, in two
 * statements. What is only tried out is shown and in no
 * coverage.
 */
export async function readScorecardServices(
  knex: Knex,
  options: ScoredScope & {
    sort: ScorecardSort;
    after?: ScorecardPlace;
    limit: number;
  },
): Promise<ScorecardPage> {
  const { sort, after, limit } = options;
  const columns = columnsOf[sort];
  const query = scoredServices(knex, options)
    .select('s.entity_ref', 's.title', 's.owner_ref', 'l.level', 'l.rank')
    .orderByRaw(columns.join(', '))
    .limit(limit + 1);
  if (after) {
    query.whereRaw(
      `(${columns.join(', ')}) > (${columns.map(() => '?').join(', ')})`,
      after,
    );
  }
  const rows: Row[] = await query;
  const page = rows.slice(0, limit);
  const results = await readResults(knex, options.scorecard, page);
  const last = page.at(-1);
  return {
    services: page.map(row =>
      toService(row, results.get(row.entity_ref) ?? []),
    ),
    ...(rows.length > limit && last && { nextAfter: placeOf(last, sort) }),
  };
}

async function readResults(
  knex: Knex,
  scorecard: string,
  services: readonly Row[],
): Promise<Map<string, CheckResultRow[]>> {
  const rows: CheckResultRow[] = await whereAny(
    knex('check_results').where({ scorecard }),
    'entity_ref',
    services.map(row => row.entity_ref),
  );
  return groupByRef(rows);
}

function placeOf(row: Row, sort: ScorecardSort): ScorecardPlace {
  const name = [row.title, row.entity_ref];
  if (sort === 'name') return name;
  return [sort === 'level' ? row.rank : row.owner_ref ?? '', ...name];
}

function toService(
  row: Row,
  results: readonly CheckResultRow[],
): ScorecardServiceRow {
  const counted = results.filter(
    ({ mode, status }) => mode !== 'audit' && status !== 'not-applicable',
  );
  return {
    entityRef: row.entity_ref,
    title: row.title,
    ...(row.owner_ref !== null && { owner: row.owner_ref }),
    ...(row.level !== null && { level: row.level }),
    rank: row.rank,
    coverage: {
      known: counted.filter(({ status }) => status !== 'unknown').length,
      applicable: counted.length,
    },
    results: Object.fromEntries(
      results.map(({ check_id: check, status, since }) => [
        check,
        { status: statusOf(status), since: readInstant(since) },
      ]),
    ),
  };
}
