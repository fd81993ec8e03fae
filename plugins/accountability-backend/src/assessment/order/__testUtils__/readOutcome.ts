import { Assessment } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { readInstant } from '../../../database/instants';
import { TransitionRow } from '../../../database/tables';
import { readTables } from '../../../records/__testUtils__/testDatabase';
import { parseAssessment } from '../../work/storedAssessment';

const dayMs = 86_400_000;

/** Every table that deliveries, assessment and decisions fill, by name, but for what rightly depends on when something became known. */
export async function readOutcome(
  knex: Knex,
  { since }: { since: string },
): Promise<Record<string, object[]>> {
  const results = ['entity_ref', 'scorecard', 'check_id'];
  const snapshots = await knex('fact_snapshots')
    .where('day', '>=', since)
    .orderBy(['entity_ref', 'day', 'fact']);
  return {
    ...(await readTables(knex)),
    owner_spans: await knex('owner_spans').orderBy([
      'entity_ref',
      'valid_from',
    ]),
    cause_overrides: await knex('cause_overrides')
      .orderBy(['incident_id', 'decided_at'])
      .select('incident_id', 'cause_id', 'decided_at', 'withdrawn_at'),
    attributions: await readLinks(knex),
    assessments: await readDocuments(knex),
    service_levels: await knex('service_levels')
      .orderBy(['entity_ref', 'scorecard'])
      .select('entity_ref', 'scorecard', 'level', 'rank', 'ladder'),
    check_results: await knex('check_results')
      .orderBy(results)
      .select(...results, 'burden', 'status'),
    fact_snapshots: snapshots,
    since: await readSinceWrong(knex),
    transitions: turnsByDay(
      await knex('transitions').orderBy(['at', ...results]),
      since,
    ),
  };
}

/** Links in force. Superseded ones say what was thought on the way, and the way was another; so does when a link was made. */
async function readLinks(knex: Knex) {
  const rows = await knex('attributions')
    .whereNull('superseded_at')
    .orderBy(['entity_ref', 'incident_id'])
    .select('entity_ref', 'incident_id', 'cause_entity_ref', 'attribution');
  return rows.map(({ attribution, ...row }) => {
    const { decision, ...link } = JSON.parse(attribution);
    // Ids of decisions are random.
    return { ...row, ...link, decidedAt: decision?.at };
  });
}

/** What scorecards say, without the instants of the last run. */
async function readDocuments(knex: Knex) {
  const rows = await knex('assessments').orderBy('entity_ref');
  return rows.map(row => {
    const {
      at,
      nextDueAt,
      facts,
      scorecards,
      attributions: _,
      ...document
    }: Assessment = parseAssessment(row);
    return {
      ...document,
      known: row.known,
      newest: row.newest_record_at,
      facts: facts.map(({ observedAt, window, ...fact }) => fact),
      scorecards: scorecards.map(({ level, checks, ...scorecard }) => ({
        ...scorecard,
        level: { ...level, since: 0 },
        checks: checks.map(check => ({ ...check, since: 0 })),
      })),
    };
  });
}

/** Levels and checks that are not what they are since their last turn: none. When that was depends on who was looking. */
async function readSinceWrong(knex: Knex) {
  const turns: TransitionRow[] = await knex('transitions').orderBy('at');
  const last = new Map(turns.map(row => [keyOf(row), row]));
  const levels = await knex('service_levels').orderBy('entity_ref');
  const checks = await knex('check_results').orderBy('entity_ref');
  return [
    ...levels.map(row => ({
      ...row,
      check_id: '',
      status: row.level ?? 'none',
    })),
    ...checks,
  ].filter(row => {
    const turn = last.get(keyOf(row));
    if (!turn) return false;
    const since = readInstant(row.since);
    return turn.to_status !== row.status || readInstant(turn.at) !== since;
  });
}

function keyOf(
  row: Pick<TransitionRow, 'entity_ref' | 'scorecard' | 'check_id'>,
) {
  return [row.entity_ref, row.scorecard, row.check_id].join(' ');
}

/**
 * What turned from the end of one day to the end of the next. A turn that was
 * seen live has its instant and those that it came back from; one told later
 * stands at the end of its day.
 */
function turnsByDay(rows: readonly TransitionRow[], since: string) {
  const turns = new Map<string, { key: string; from: string; to: string }>();
  for (const row of rows) {
    const day = new Date(Math.floor(readInstant(row.at) / dayMs) * dayMs)
      .toISOString()
      .slice(0, 10);
    if (day < since) continue;
    const key = `${keyOf(row)} ${day}`;
    const known = turns.get(key);
    turns.set(key, {
      key,
      from: known?.from ?? row.from_status,
      to: row.to_status,
    });
  }
  return [...turns.values()]
    .filter(({ from, to }) => from !== to)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
