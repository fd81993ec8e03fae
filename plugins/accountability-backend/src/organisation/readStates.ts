import { burdens } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { readInstant, readOptionalInstant } from '../database/instants';
import {
  CheckResultRow,
  FactSnapshotRow,
  ServiceLevelRow,
  TransitionRow,
} from '../database/tables';
import { Names } from './Names';
import { LevelState, ResultState, ServiceState } from './ServiceState';
import { StateServiceRow, readStateRows } from './readStateRows';
import { countResults } from './countResults';
import { countWeeks } from './countWeeks';
import { levelsBefore } from './levelsBefore';
import { checkKey } from './policyChecks';
import { statusOrder } from './statusOrder';

/** Counts incidents, beside the facts that are sums of time. */
const incidentsFact = 'reliability.incidents';

/** What states are read with. */
export interface StatesQuery {
  entityRefs: readonly string[];
  names: Names;
  /** See `weekStarts`. */
  starts: readonly number[];
  /** Ids of facts that are sums of time. */
  times: readonly string[];
  now: number;
}

/** States of services that the catalog has, in five statements whatever their number. */
export async function readStates(
  knex: Knex,
  query: StatesQuery,
): Promise<ServiceState[]> {
  const { entityRefs, now, times, starts, names } = query;
  const rows = await readStateRows(knex, {
    ...{ entityRefs, now, turnsFrom: starts[0] },
    facts: [...times, incidentsFact],
  });
  return rows.services.map(service => {
    const ref = service.entity_ref;
    const state = {
      ...ofService(service),
      levels: (rows.levels.get(ref) ?? []).map(toLevel),
      results: (rows.results.get(ref) ?? []).flatMap(row =>
        toResult(row, names),
      ),
      ...toTimes(rows.snapshots.get(ref) ?? []),
    };
    const counted = new Set(
      state.results.map(({ check }) => checkKey(names.nameOf(check))),
    );
    // What turned of checks that count nowhere is nobody's news.
    const turns = (rows.turns.get(ref) ?? [])
      .map(toTurn)
      .filter(
        ({ scorecard, check }) =>
          check === undefined || counted.has(checkKey({ scorecard, check })),
      );
    const whole = { ...state, turns };
    return {
      ...whole,
      counts: countResults(state.results, names),
      weeks: countWeeks(whole, { starts, names }),
      levelBefore: levelsBefore(whole, starts[0]),
    };
  });
}

function ofService(row: StateServiceRow) {
  const { metadata }: { metadata?: { tags?: unknown } } = JSON.parse(
    row.entity,
  );
  const tags = Array.isArray(metadata?.tags) ? metadata.tags.map(String) : [];
  const owned = Boolean(row.owner_resolves) && row.owner_ref !== null;
  return {
    entityRef: row.entity_ref,
    title: row.title,
    digest: row.digest,
    ...(owned && row.owner_ref !== null && { owner: row.owner_ref }),
    ...(row.system !== null && { system: row.system }),
    ...(row.lifecycle !== null && { lifecycle: row.lifecycle }),
    tags,
    assessedAt: readOptionalInstant(row.assessed_at),
    toldAt: readOptionalInstant(row.told_at),
  };
}

function toLevel(row: ServiceLevelRow): LevelState {
  return {
    scorecard: row.scorecard,
    ...(row.level !== null && { level: row.level }),
    rank: row.rank,
    ladder: JSON.parse(row.ladder),
    since: readInstant(row.since),
  };
}

function toResult(row: CheckResultRow, names: Names): ResultState[] {
  const { scorecard, check_id: check } = row;
  const burden = burdens.find(name => name === row.burden);
  const status = statusOrder.findIndex(name => name === row.status);
  if (burden === undefined || status < 0) return [];
  const number = names.numberOf({ scorecard, check, burden });
  return [{ check: number, status, since: readInstant(row.since) }];
}

function toTurn(row: Omit<TransitionRow, 'because'>) {
  return {
    at: readInstant(row.at),
    scorecard: row.scorecard,
    ...(row.check_id && { check: row.check_id }),
    from: row.from_status,
    to: row.to_status,
  };
}

/** The newest of each fact; rows come oldest first. */
function toTimes(rows: readonly FactSnapshotRow[]) {
  const times = new Map<string, number>();
  let incidents: number | undefined;
  for (const { fact, value } of rows) {
    if (fact === incidentsFact) incidents = value ?? undefined;
    else if (value === null) times.delete(fact);
    else times.set(fact, value);
  }
  return { times, ...(incidents !== undefined && { incidents }) };
}
