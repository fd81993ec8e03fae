import { groupBy, sortBy } from 'lodash';
import { DateTime } from 'luxon';

/** What falls into one week. */
export interface Week<T> {
  /** Its Monday, `YYYY-MM-DD`, UTC. */
  monday: string;
  /** The first instant of what is in it, epoch milliseconds. */
  first: number;
  all: [T, ...T[]];
}

/** Puts what has an instant together by calendar week, UTC, the earliest first. */
export function byWeek<T>(
  things: readonly T[],
  at: (thing: T) => number,
): Week<T>[] {
  const weeks = groupBy(sortBy(things, at), thing =>
    DateTime.fromMillis(at(thing), { zone: 'utc' }).startOf('week').toISODate(),
  );
  return Object.entries(weeks).map(([monday, [first, ...rest]]) => ({
    ...{ monday, first: at(first) },
    all: [first, ...rest],
  }));
}
