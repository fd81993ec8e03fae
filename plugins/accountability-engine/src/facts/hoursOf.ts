import { MINUTE } from '../time';
import { FactContext } from './defineFact';
import { shiftOf } from './shiftOf';

/** The world's clocks differ, and are turned, by whole quarters of an hour. */
const quarter = 15 * MINUTE;

/** What one clock says of a quarter of an hour; a name that is no time zone is as good as none. */
interface Hours {
  isOut: boolean;
  zone?: string;
}

/** Tells whether an instant lies outside working hours by the clock of the owner then, see `shiftOf`; `zone` is absent where UTC had to do. */
export function hoursOf({
  ownerAt,
  zoneOf,
}: FactContext): (at: number) => Hours {
  const known = new Map<string, Hours>();
  return at => {
    const owner = ownerAt(at);
    const zone = owner.status === 'known' ? zoneOf(owner.owner) : undefined;
    const start = Math.floor(at / quarter) * quarter;
    const key = `${start} ${zone}`;
    const hours = known.get(key) ?? read(start, zone);
    known.set(key, hours);
    return hours;
  };
}

function read(at: number, of: string | undefined): Hours {
  const { shift, ...clock } = shiftOf(at, of);
  return { isOut: shift !== 'working', ...clock };
}
