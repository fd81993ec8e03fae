import { DateTime } from 'luxon';
import { Knex } from 'knex';
import { groupByRef } from '../database/groupByRef';
import { writeInstant } from '../database/instants';
import {
  CheckResultRow,
  DbInstant,
  FactSnapshotRow,
  ServiceLevelRow,
  ServiceRow,
  TransitionRow,
} from '../database/tables';
import { whereAny } from '../database/whereAny';

/** A service as the catalog has it, and when it was assessed. */
export type StateServiceRow = Pick<
  ServiceRow,
  | 'entity_ref'
  | 'title'
  | 'system'
  | 'lifecycle'
  | 'owner_ref'
  | 'owner_resolves'
  | 'entity'
  | 'digest'
> & { assessed_at: DbInstant | null; told_at: DbInstant | null };

/** What is stored of some services, by their refs. */
export interface StateRows {
  services: StateServiceRow[];
  levels: Map<string, ServiceLevelRow[]>;
  results: Map<string, CheckResultRow[]>;
  /** Newest first. */
  turns: Map<string, Omit<TransitionRow, 'because'>[]>;
  /** Of yesterday and today, oldest first. */
  snapshots: Map<string, FactSnapshotRow[]>;
}

/** Reads what is stored of services that the catalog has, in five statements whatever their number. */
export async function readStateRows(
  knex: Knex,
  query: {
    entityRefs: readonly string[];
    /** Ids of the facts to read. */
    facts: readonly string[];
    /** Turns before it are not read; epoch milliseconds. */
    turnsFrom: number;
    now: number;
  },
): Promise<StateRows> {
  const { entityRefs, facts, turnsFrom, now } = query;
  const ofThese = <T extends Knex.QueryBuilder>(asked: T, column: string) =>
    whereAny(asked, column, entityRefs);
  return {
    services: await ofThese(
      knex('services as s')
        .leftJoin('assessments as a', 'a.entity_ref', 's.entity_ref')
        .whereNull('s.removed_at')
        .select('s.entity_ref', 's.title', 's.system', 's.lifecycle')
        .select('s.owner_ref', 's.owner_resolves', 's.entity', 's.digest')
        .select('a.assessed_at', 'a.told_at'),
      's.entity_ref',
    ),
    levels: groupByRef<ServiceLevelRow>(
      await ofThese(
        knex('service_levels').whereNot('ladder', '[]').select(),
        'entity_ref',
      ),
    ),
    results: groupByRef<CheckResultRow>(
      await ofThese(
        // What is only tried out counts nowhere.
        knex('check_results').whereNot('mode', 'audit').select(),
        'entity_ref',
      ),
    ),
    turns: groupByRef<TransitionRow>(
      await ofThese(
        knex('transitions')
          .where('at', '>=', writeInstant(turnsFrom))
          .orderBy('at', 'desc')
          .select('entity_ref', 'at', 'scorecard', 'check_id')
          .select('from_status', 'to_status'),
        'entity_ref',
      ),
    ),
    snapshots: groupByRef<FactSnapshotRow>(
      await ofThese(snapshotsOf(knex, facts, now), 'entity_ref'),
    ),
  };
}

function snapshotsOf(knex: Knex, facts: readonly string[], now: number) {
  const today = DateTime.fromMillis(now, { zone: 'utc' });
  return knex('fact_snapshots')
    .whereIn('fact', [...facts])
    .where('day', '>=', today.minus({ days: 1 }).toISODate())
    .orderBy('day')
    .select();
}
