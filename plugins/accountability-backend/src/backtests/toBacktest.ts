import { BacktestResponse } from 'backstage-plugin-accountability-common';
import { readInstant } from '../database/instants';
import { BacktestRow } from '../database/tables';

const states: readonly BacktestResponse['state'][] = [
  'waiting',
  'running',
  'done',
  'failed',
];

/** A backtest as its row has it. */
export function toBacktest(row: BacktestRow): BacktestResponse {
  return {
    id: row.id,
    state: states.find(state => state === row.state) ?? 'failed',
    requestedAt: readInstant(row.requested_at),
    progress: { done: row.done, total: row.total },
    ...(row.because !== null && { because: row.because }),
    ...(row.report !== null && { report: JSON.parse(row.report) }),
  };
}
