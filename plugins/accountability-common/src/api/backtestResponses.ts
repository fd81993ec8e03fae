import { BacktestReport } from '../policy/backtest';

/** `POST /backtests`, `GET /backtests/:id` */
export interface BacktestResponse {
  id: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  requestedAt: number;
  /** Services looked at, of all. */
  progress: { done: number; total: number };
  /** Why it failed. */
  because?: string;
  report?: BacktestReport;
}
