import { DbInstant } from './DbInstant';

export interface BacktestRow {
  id: string;
  policy: string;
  days: number;
  state: string;
  requested_at: DbInstant;
  done: number;
  total: number;
  attempts: number;
  because: string | null;
  report: string | null;
  lease: string | null;
  leased_until: DbInstant | null;
}
