import { DateTime } from 'luxon';

/** Start of the week an instant is in: Monday, 00:00 by the clock of an IANA zone, of UTC where none is given. */
export function startOfWeek(at: number, zone = 'utc'): number {
  return DateTime.fromMillis(at, { zone }).startOf('week').toMillis();
}
