import { wilsonInterval } from './wilsonInterval';

/** Hits among a sample. */
interface Proportion {
  hits: number;
  sample: number;
}

/**
 * 95 % interval of one share less another of different records: Newcombe's
 * hybrid of their Wilson intervals (1998, method 10), which holds for small
 * samples and stays within -1 to 1.
 */
export function differenceInterval(
  one: Proportion,
  other: Proportion,
): { low: number; high: number } {
  const [p, q] = [one.hits / one.sample, other.hits / other.sample];
  const ofOne = wilsonInterval(one.hits, one.sample);
  const ofOther = wilsonInterval(other.hits, other.sample);
  return {
    low: p - q - Math.hypot(p - ofOne.low, ofOther.high - q),
    high: p - q + Math.hypot(ofOne.high - p, q - ofOther.low),
  };
}
