import { DateTime } from 'luxon';

/** Eight ISO weeks by the clock of a zone, oldest first, up to the one of an instant; from Monday 00:00 to that of the next, epoch milliseconds. A zone that is none is UTC. */
export function weeksBefore(
  now: number,
  zone: string,
): { from: number; to: number }[] {
  const local = DateTime.fromMillis(now, { zone });
  const start = (
    local.isValid ? local : DateTime.fromMillis(now, { zone: 'utc' })
  ).startOf('week');
  return Array.from({ length: 8 }, (_, index) => ({
    from: start.plus({ weeks: index - 7 }).toMillis(),
    to: start.plus({ weeks: index - 6 }).toMillis(),
  }));
}
