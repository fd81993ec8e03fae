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
import { buildsWaits, Waited, waitParts } from './buildsWaits';
import { FactContext, Measurement } from './defineFact';
import { onceFor } from './onceFor';
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

const distributionOfWaits = onceFor(
  (lengths: readonly number[]) => lengths,
  lengths =>
    distributionOf(
      lengths.map(wait => wait / SECOND),
      bounds,
    ),
);

/** A quantile of the waits for a runner, with its parts by runner. */
export function buildsQueueQuantile(
  context: FactContext,
  { p, minimum, name, share }: QueueQuantile,
): Measurement {
  const waits = buildsWaits(context);
  const { waited, lengths, records: evidence } = waits;
  const tail = tailOf(waits.notes);
  const quantile = percentile(lengths, p);
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
  return {
    status: 'known',
    value: quantile / SECOND,
    sampleSize: waited.length,
    evidence,
    distribution: distributionOfWaits(lengths),
    get values() {
      return waited.map(toValue);
    },
    parts: waitParts(waits, minimum, own => {
      const value = percentile(own, p);
      return value === undefined ? undefined : value / SECOND;
    }),
    because: `${share} ${of} waited at most ${formatDuration(
      quantile,
    )}${howSure(lengths, p)}, ${when}${tail}`,
  };
}

function toValue({ job, wait }: Waited): MetricValue {
  return { record: job.id, at: job.startedAt, value: wait / SECOND };
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
