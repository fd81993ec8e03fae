import { Knex } from 'knex';
import { Backtester, pruneBacktests } from '../backtests';
import { Tasks } from './schedules';

/** Runs backtests that wait, also those that a replica left, and drops old ones. */
export function createBacktestTask(options: {
  knex: Knex;
  backtester: Backtester;
}): Pick<Tasks, 'backtests' | 'backtestRetention'> {
  const { knex, backtester } = options;
  return {
    backtests: signal => backtester.run({ signal }),
    backtestRetention: () => pruneBacktests(knex, { now: Date.now() }),
  };
}
