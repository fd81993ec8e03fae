import {
  CheckStatus,
  Exemption,
  FactReading,
} from 'backstage-plugin-accountability-common';
import { JudgeInput } from '../judgeService';

/** The value of a fact as it is kept of a day: a number (booleans as 0 and 1), or the reason why there was none. */
export type KeptValue = number | string;

/** What a candidate is held against of one service, now and in the past. */
export interface BacktestService {
  service: JudgeInput['service'];
  title: string;
  /** As they were last measured, by fact id. */
  facts: ReadonlyMap<string, FactReading>;
  exemptions: readonly Exemption[];
  /** Statuses in force, by `<scorecard>/<check>`. */
  inForce: ReadonlyMap<string, CheckStatus>;
  /** For each of the weeks, oldest first, the values at its start by fact id. */
  past: readonly ReadonlyMap<string, KeptValue>[];
  /** When its incidents began that count, epoch milliseconds, any order. */
  incidents: readonly number[];
}
