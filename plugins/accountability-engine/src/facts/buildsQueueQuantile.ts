import { MetricValue } from 'backstage-plugin-accountability-common';
import {
  distributionOf,
  formatDuration,
  HOUR,
  MINUTE,
  percentile,
  quantileInterval,
  SECOND,
} from '../time';
import { tailOf } from './buildsLeftOut';
import { buildsWaits, waitParts } from './buildsWaits';
import { FactContext, Measurement } from './defineFact';
import { counted, windowWords } from './wording';

/** A quantile of waits. */
export interface QueueQuantile {
  p: number;
  /** Under so many jobs it is unknown, of all and of one runner. */
  minimum: number;
  /** `a 95th percentile`. */
  name: string;
  /** What is said of it: `95 % of`. */
  share: string;
}

/** Where the ranges of waits meet, in seconds. */
const bounds = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR].map(ms => ms / SECOND);

/** With so many values on the thin side of a quantile its interval is narrow and left unsaid. */
const plentiful = 15;

/** A quantile of the waits for a runner, with its parts by runner. */
export function buildsQueueQuantile(
  context: FactContext,
  { p, minimum, name, share }: QueueQuantile,
): Measurement {
  const { waited, notes } = buildsWaits(context);
  const waits = waited.map(({ wait }) => wait);
  const tail = tailOf(notes);
  const evidence = waited.map(({ job }) => job.id);
  const quantile = percentile(waits, p);
  const of = counted(waited.length, 'job');
  const when = windowWords(context);
  if (quantile === undefined || waited.length < minimum) {
    return {
      status: 'unknown',
      reason: 'insufficient-data',
      sampleSize: waited.length,
      evidence,
      because: `${of} with a queue time in the ${when}; ${name} needs at least ${minimum}${tail}`,
    };
  }
  const values = waited.map(
    ({ job, wait }): MetricValue => ({
      record: job.id,
      at: job.startedAt,
      value: wait / SECOND,
    }),
  );
  return {
    status: 'known',
    value: quantile / SECOND,
    sampleSize: waited.length,
    evidence,
    distribution: distributionOf(
      values.map(({ value }) => value),
      bounds,
    ),
    values,
    parts: waitParts(waited, minimum, own => {
      const value = percentile(own, p);
      return value === undefined ? undefined : value / SECOND;
    }),
    because: `${share} ${of} waited at most ${formatDuration(
      quantile,
    )}${howSure(waits, p)}, ${when}${tail}`,
  };
}

/** Few values say little of a quantile, and that is said. */
function howSure(waits: readonly number[], p: number): string {
  if (waits.length * Math.min(p, 1 - p) >= plentiful) return '';
  const { low, high } = quantileInterval(waits, p);
  if (low === undefined) return '';
  return high === undefined
    ? ` (${formatDuration(low)} or more at 97.5 %)`
    : ` (${formatDuration(low)} to ${formatDuration(high)} at 95 %)`;
}
