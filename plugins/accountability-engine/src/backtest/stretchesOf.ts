import { WEEK } from '../time';

/** A stretch of whole weeks that is over, by the places of its first week and of the week after its last. */
export interface Stretch {
  first: number;
  next: number;
  /** Epoch milliseconds, `to` exclusive. */
  from: number;
  to: number;
}

/**
 * Stretches of so many weeks one after the other, from the oldest week on, as
 * far as they were over by `now`. They do not overlap: no incident is counted
 * for two of them, which an interval would take for two observations.
 */
export function stretchesOf(
  weeks: readonly number[],
  { now, length }: { now: number; length: number },
): Stretch[] {
  const stretches: Stretch[] = [];
  for (let first = 0; first < weeks.length; first += length) {
    const from = weeks[first];
    const to = from + length * WEEK;
    if (to <= now) stretches.push({ first, next: first + length, from, to });
  }
  return stretches;
}
