import { DateTime } from 'luxon';
import { FactContext } from './defineFact';

const opens = 8;
const closes = 18;
const friday = 5;

/** Whether an instant lies outside working hours by the clock of the owner then; `zone` is absent where UTC had to do. */
export function hoursOf(
  at: number,
  { ownerAt, zoneOf }: FactContext,
): { isOut: boolean; zone?: string } {
  const owner = ownerAt(at);
  const zone = owner.status === 'known' ? zoneOf(owner.owner) : undefined;
  const local = DateTime.fromMillis(at, { zone: zone ?? 'utc' });
  // A name that is no time zone is as good as none.
  if (!local.isValid) return { isOut: isOut(DateTime.fromMillis(at).toUTC()) };
  return { isOut: isOut(local), zone };
}

function isOut({ weekday, hour }: DateTime): boolean {
  return weekday > friday || hour < opens || hour >= closes;
}
