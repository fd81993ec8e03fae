import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { BacktestRow } from '../database/tables';

const KEEP_MS = 7 * 24 * 60 * 60 * 1000;
const MOST_KEPT = 20;

/** Drops backtests that ended and were asked for over seven days ago, and all but the twenty last of them. */
export async function pruneBacktests(
  knex: Knex,
  { now }: { now: number },
): Promise<void> {
  const newest = knex<BacktestRow>('backtests')
    .orderBy('id', 'desc')
    .limit(MOST_KEPT)
    .select('id');
  await knex<BacktestRow>('backtests')
    .whereIn('state', ['done', 'failed'])
    .where(old =>
      old
        .where('requested_at', '<', writeInstant(now - KEEP_MS))
        .orWhereNotIn('id', newest),
    )
    .delete();
}
