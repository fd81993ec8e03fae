import { BacktestResponse } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { BacktestRow } from '../database/tables';
import { toBacktest } from './toBacktest';

/** One backtest, with all services that its report names; undefined where there is none of this id. */
export async function readBacktest(
  knex: Knex,
  { id }: { id: string },
): Promise<BacktestResponse | undefined> {
  const row = await knex<BacktestRow>('backtests').where({ id }).first();
  return row && toBacktest(row);
}
