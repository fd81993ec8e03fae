import { MetricValue } from 'backstage-plugin-accountability-common';
import {
  distributionOf,
  formatDuration,
  percentile,
  quantileInterval,
  SECOND,
} from '../time';
import { FactContext, Measurement } from './defineFact';
import { counted, windowWords } from './wording';

/** From so many values on a median is said without its interval, which is then narrow. */
const plentiful = 30;

/** One duration that a median is taken over. */
export interface Timed {
  /** The record that it is of, and when it counts. */
  record: string;
  at: number;
  ms: number;
  /** Ids of all records it is made of. */
  records: readonly string[];
}

/** What a median is made of. */
export interface Median {
  timed: readonly Timed[];
  /** What one of `timed` is, in singular and plural. */
  of: readonly [string, string];
  /** Why there is none, without the window: `No change reached production`. */
  none: string;
  /** What was left out, each as a sentence without a full stop. */
  besides: readonly string[];
  /** Ids of records to look at where there is no value. */
  otherwise: readonly string[];
}

/** A median of durations in seconds (type 7) with distribution, single values and sentence; unknown without any. */
export function measureMedian(
  context: FactContext,
  { timed, of, none, besides, otherwise }: Median,
): Measurement {
  const tail = besides.map(sentence => `; ${sentence}`).join('');
  const spans = timed.map(({ ms }) => ms);
  const median = percentile(spans, 0.5);
  if (median === undefined) {
    return {
      status: 'unknown',
      reason: 'insufficient-data',
      evidence: otherwise,
      because: `${none}, ${windowWords(context)}${tail}`,
    };
  }
  const values: MetricValue[] = timed.map(({ record, at, ms }) => ({
    record,
    at,
    value: ms / SECOND,
  }));
  const over = counted(timed.length, ...of);
  return {
    status: 'known',
    value: median / SECOND,
    sampleSize: timed.length,
    evidence: timed.flatMap(({ records }) => records),
    distribution: distributionOf(values.map(({ value }) => value)),
    values,
    because: `Median ${formatDuration(median)} over ${over}${howSure(
      spans,
    )}, ${windowWords(context)}${tail}`,
  };
}

/** Few values say little of the median behind them, and that is said. */
function howSure(spans: readonly number[]): string {
  if (spans.length >= plentiful) return '';
  const { low, high } = quantileInterval(spans, 0.5);
  if (low === undefined || high === undefined) {
    return ', too few to say how far that is off';
  }
  return ` (${formatDuration(low)} to ${formatDuration(high)} at 95 %)`;
}
