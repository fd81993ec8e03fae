import { Shift } from 'backstage-plugin-accountability-common';
import { DateTime } from 'luxon';

const opens = 8;
const closes = 18;
const retires = 22;
const friday = 5;

/** Which part of the week an instant lies in by the clock of a zone; `zone` is absent where UTC had to do, as for a name that is none. */
export function shiftOf(
  at: number,
  zone: string | undefined,
): { shift: Shift; zone?: string } {
  const local = DateTime.fromMillis(at, { zone: zone ?? 'utc' });
  return local.isValid
    ? { shift: byClock(local), ...(zone !== undefined && { zone }) }
    : { shift: byClock(DateTime.fromMillis(at, { zone: 'utc' })) };
}

function byClock({ weekday, hour }: DateTime): Shift {
  if (weekday > friday || hour < opens || hour >= retires) return 'night';
  return hour < closes ? 'working' : 'evening';
}
