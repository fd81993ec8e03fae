import { BacktestResponse } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { timeOrderedId } from '../database/timeOrderedId';
import { BacktestRow } from '../database/tables';
import { pruneBacktests } from './pruneBacktests';
import { toBacktest } from './toBacktest';

/** So many wait at most: each may be minutes of a core. */
const MOST_WAITING = 3;

/** What came of a request. */
export type Requested =
  | { ok: true; backtest: BacktestResponse }
  | { ok: false; because: string };

/** Keeps a candidate to be run by any replica, unless enough wait already. */
export async function requestBacktest(
  knex: Knex,
  asked: { policy: string; days: number; now: number },
): Promise<Requested> {
  const { policy, days, now } = asked;
  return knex.transaction(async (trx): Promise<Requested> => {
    await lockRequests(trx);
    const [{ n }] = await trx<BacktestRow>('backtests')
      .where({ state: 'waiting' })
      .count({ n: '*' });
    if (Number(n) >= MOST_WAITING) {
      return {
        ok: false,
        because: `${MOST_WAITING} backtests wait already, which is the most; ask again once one of them has begun`,
      };
    }
    const row: BacktestRow = {
      id: timeOrderedId(now),
      policy,
      days,
      state: 'waiting',
      requested_at: writeInstant(now),
      done: 0,
      total: 0,
      attempts: 0,
      because: null,
      report: null,
      lease: null,
      leased_until: null,
    };
    await trx<BacktestRow>('backtests').insert(row);
    await pruneBacktests(trx, { now });
    return { ok: true, backtest: toBacktest(row) };
  });
}

/** Lets one request at a time count those that wait. SQLite has one writer anyway. */
async function lockRequests(trx: Knex): Promise<void> {
  if (trx.client.config.client !== 'pg') return;
  await trx.raw(`select pg_advisory_xact_lock(hashtext(?))`, [
    'accountability.backtests',
  ]);
}
