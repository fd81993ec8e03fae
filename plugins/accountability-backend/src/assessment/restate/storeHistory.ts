import { Knex } from 'knex';
import { readInstant, writeInstant } from '../../database/instants';
import {
  AssessmentRow,
  CheckResultRow,
  ServiceLevelRow,
  TransitionRow,
} from '../../database/tables';
import { insertRows } from '../../database/insertRows';
import { History, Turn, keyOf } from './HistoryTeller';
import { keepRevisions } from './keepRevisions';
import { mergeTurns } from './mergeTurns';
import { tellToday } from './tellToday';

/** Which part of a service's history is told anew. */
export interface Stretch {
  entityRef: string;
  /** First instant of the first day told. */
  from: number;
  /** First instant of the day that is not over. */
  today: number;
  /** When it is told. */
  now: number;
}

/**
 * Writes the history told for closed days: snapshots, transitions, and since
 * when each level and check is what it is. The number of statements does not
 * grow with the days.
 */
export async function storeHistory(
  trx: Knex,
  history: History,
  stretch: Stretch,
): Promise<void> {
  if (history.begins === undefined) return;
  const { entityRef, today } = stretch;
  // What was said of the time before the first record stays.
  const from = Math.max(stretch.from, history.begins);
  const mine = { entity_ref: entityRef };
  const levels = await trx<ServiceLevelRow>('service_levels').where(mine);
  const checks = await trx<CheckResultRow>('check_results').where(mine);
  const stored = await trx<TransitionRow>('transitions')
    .where(mine)
    .where('at', '>=', writeInstant(from))
    .orderBy('at');
  const current = new Map([
    ...levels.map(row => [levelKey(row), row.level ?? 'none'] as const),
    ...checks.map(row => [keyOf(row), row.status] as const),
  ]);
  const merged = mergeTurns(history, stored, { today, current });
  const held = { levels, checks, turns: merged, today };
  const turns = [...merged, ...(await tellToday(trx, history, held))];
  await trx<TransitionRow>('transitions')
    .where(mine)
    .where('at', '>=', writeInstant(from))
    .delete();
  await insertRows(trx, { table: 'transitions' }, turns);
  await keepRevisions(trx, history.snapshots, stretch);
  await insertRows(
    trx,
    { table: 'fact_snapshots', key: ['entity_ref', 'fact', 'day'] },
    history.snapshots,
  );
  await trx<AssessmentRow>('assessments')
    .where(mine)
    .update({ told_at: writeInstant(stretch.now) });
  const earlier = await readLastTurns(trx, { entityRef, before: from });
  const since = sinceOf([...earlier, ...turns], history, { from, current });
  await insertRows(
    trx,
    { table: 'service_levels', key: ['entity_ref', 'scorecard'] },
    levels.map(row => ({
      ...row,
      since: since(levelKey(row), readInstant(row.since)),
    })),
  );
  await insertRows(
    trx,
    { table: 'check_results', key: ['entity_ref', 'scorecard', 'check_id'] },
    checks.map(row => ({
      ...row,
      since: since(keyOf(row), readInstant(row.since)),
    })),
  );
}

function levelKey({ scorecard }: ServiceLevelRow): string {
  return keyOf({ scorecard, check_id: '' });
}

/**
 * Since when something is what it is: since its last turn, and where it never
 * turned in the stretch, since the beginning of it at the latest.
 */
function sinceOf(
  turns: readonly Turn[],
  history: History,
  given: { from: number; current: ReadonlyMap<string, string> },
) {
  const lastTurn = new Map<string, Turn>();
  for (const turn of turns) {
    const before = lastTurn.get(keyOf(turn));
    if (!before || before.at <= turn.at) lastTurn.set(keyOf(turn), turn);
  }
  return (key: string, stored: number): Date => {
    const current = given.current.get(key);
    const turn = lastTurn.get(key);
    if (turn) return turn.to_status === current ? turn.at : new Date(stored);
    return history.last.get(key) === current
      ? writeInstant(Math.min(stored, given.from))
      : writeInstant(stored);
  };
}

/** The last transition of each level and check before an instant. */
async function readLastTurns(
  trx: Knex,
  { entityRef, before }: { entityRef: string; before: number },
): Promise<Turn[]> {
  const last = trx<TransitionRow>('transitions')
    .where({ entity_ref: entityRef })
    .where('at', '<', writeInstant(before))
    .groupBy('scorecard', 'check_id')
    .select('scorecard', 'check_id', trx.raw('max(at) as at'))
    .as('last');
  const rows: TransitionRow[] = await trx('transitions as t')
    .where({ 't.entity_ref': entityRef })
    .join(last, join =>
      join
        .on('last.scorecard', 't.scorecard')
        .on('last.check_id', 't.check_id')
        .on('last.at', 't.at'),
    )
    .select('t.*');
  return rows.map(row => ({ ...row, at: writeInstant(readInstant(row.at)) }));
}
