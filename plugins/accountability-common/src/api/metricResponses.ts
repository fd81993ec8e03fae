import { FactValue, Ladder } from '../facts';
import { ServiceSummary } from './serviceResponses';

/** Windows for which metrics are kept ready: days. */
export const metricWindows = [7, 28, 90, 180] as const;

/** A fact's value at the end of one window. */
export interface MetricPoint {
  /** End of the window, exclusive. */
  at: number;
  value?: number;
  /** Why there is none. */
  reason?: string;
  sampleSize: number;
}

/** One of the values behind a quantile, and the record it is of. */
export interface MetricValue {
  record: string;
  /** When it counts. */
  at: number;
  /** In the unit of the fact. */
  value: number;
}

/** Answers of a survey of the industry, to be read beside a value; never a judgement. */
export interface Benchmark {
  /** For example `DORA Quick Check 2025`. */
  edition: string;
  source: string;
  /** The answer of its scale that the value falls into. */
  answer: string;
}

/** `GET /services/:kind/:namespace/:name/metrics/:fact` */
export interface MetricResponse {
  service: ServiceSummary;
  question: string;
  /** Where the definition comes from. */
  definition: string;
  /** What is thought good; absent where any aim would do harm, or nobody knows one. */
  ladder?: Ladder;
  /** How it can be made to look good, and what to look at beside it. */
  gaming?: string;
  windowDays: number;
  /** Days that the fact looks back by itself, over which its days are kept. */
  ownWindowDays: number;
  environment: string;
  /** Environments that can be asked for, production first. */
  environments: string[];
  /** Instant that the answer speaks of. */
  asOf: number;
  current: FactValue;
  /** The same fact at the ends of past windows, oldest first. */
  series: MetricPoint[];
  /** Single values in the current window, newest first; at most 1,000. */
  values: MetricValue[];
  benchmarks: Benchmark[];
}
