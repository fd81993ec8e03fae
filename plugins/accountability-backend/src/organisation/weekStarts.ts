import { DateTime } from 'luxon';

/** Number of instants that a trend is told at: twelve weeks, and now. */
export const pointCount = 13;

/** Place of the instant four weeks before the newest. */
export const fourWeeksAgo = pointCount - 5;

/** Instants at which a trend is told but for the last, which is now: UTC midnights, oldest first, the newest a week before the day of `now` began. */
export function weekStarts(now: number): number[] {
  const today = DateTime.fromMillis(now, { zone: 'utc' }).startOf('day');
  return Array.from({ length: pointCount - 1 }, (_, i) =>
    today.minus({ weeks: pointCount - 1 - i }).toMillis(),
  );
}
