import { wilsonInterval } from '../time';
import { FactContext, Measurement } from './defineFact';
import { windowWords } from './wording';

/** A share needs at least this many records; below, the fact is unknown. */
export const minimumShareSample = 10;

/** What a share is made of. */
export interface Share {
  /** Ids of the records that count towards it. */
  hits: readonly string[];
  /** Ids of all records it is a share of. */
  sample: readonly string[];
  /** What one of `sample` is, in the plural: `production changes`. */
  of: string;
  /** What the hits did or are: `broke something`. */
  that: string;
  /** Said after the window, e.g. what was left out. */
  besides?: string;
}

/** A share with its 95 % interval and sentence, unknown under the minimum sample. */
export function measureShare(context: FactContext, share: Share): Measurement {
  const { hits, sample, of, that, besides } = share;
  const when = windowWords(context);
  const tail = besides ? `; ${besides}` : '';
  if (sample.length < minimumShareSample) {
    return {
      status: 'unknown',
      reason: 'insufficient-data',
      sampleSize: sample.length,
      evidence: [...sample],
      because: `${sample.length} ${of} in the ${when}; a share needs at least ${minimumShareSample}${tail}`,
    };
  }
  return {
    status: 'known',
    value: hits.length / sample.length,
    sampleSize: sample.length,
    evidence: [...sample],
    interval: wilsonInterval(hits.length, sample.length),
    because: `${hits.length} of ${sample.length} ${of} ${that}, ${when}${tail}`,
  };
}
