import { DateTime } from 'luxon';

const HOUR = 8;

/** Monday 08:00 of the week of an instant, by the clock of a zone, and that of the next week; epoch milliseconds. A zone that is none is UTC. */
export function weekStart(
  now: number,
  zone: string | undefined,
): { at: number; next: number } {
  const given = DateTime.fromMillis(now, { zone: zone ?? 'utc' });
  const local = given.isValid
    ? given
    : DateTime.fromMillis(now, { zone: 'utc' });
  const monday = local.startOf('week').set({ hour: HOUR });
  return {
    at: monday.toMillis(),
    next: monday.plus({ weeks: 1 }).toMillis(),
  };
}
