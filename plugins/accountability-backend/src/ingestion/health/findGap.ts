import { Duration } from 'luxon';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** Silences shorter than this are never a gap. */
const SHORTEST_GAP_MS = 15 * 60 * 1000;

/** Deliveries expected in a silence before it is one: if they came by chance, none at all would come once in 3,000 times. */
const LEAST_EXPECTED = 8;

/** Weeks of history are compared hour by hour; until there are two of them, days are. */
const comparisons = [
  { step: WEEK, most: 4, least: 2, word: 'weeks' },
  { step: DAY, most: 7, least: 3, word: 'days' },
];

/** Deliveries that came in one hour; `hour` is its start, epoch milliseconds. */
export interface HourCount {
  hour: number;
  deliveries: number;
}

/** A source that was regular and went quiet. */
export interface Gap {
  since: number;
  because: string;
}

/**
 * Whether a source that was regular has gone quiet. The silence is compared
 * with the same hours of the weeks before (the days before, while there are
 * no two weeks yet): it is a gap where each of them had at least 8 deliveries.
 * Time in which nobody listened is no silence. Undefined where there is no
 * gap, or too little history to tell.
 */
export function findGap(given: {
  now: number;
  lastReceivedAt: number;
  /** Since when the intake has been there to listen. */
  listeningSince: number;
  /** Hours in which anything came, any order. */
  hours: readonly HourCount[];
}): Gap | undefined {
  const { now, hours } = given;
  const from = Math.max(given.lastReceivedAt, given.listeningSince);
  if (now - from < SHORTEST_GAP_MS || hours.length === 0) return undefined;
  const first = Math.min(...hours.map(({ hour }) => hour));
  for (const { step, most, least, word } of comparisons) {
    if (now - from >= step) continue;
    const counts = Array.from(
      { length: most },
      (_, index) => step * (index + 1),
    )
      .filter(back => from - back >= first)
      .map(back => countIn(hours, from - back, now - back));
    if (counts.length < least) continue;
    if (Math.min(...counts) < LEAST_EXPECTED) return undefined;
    return {
      since: given.lastReceivedAt,
      because: `Nothing came for ${inWords(
        now - from,
      )}; in the same hours of the ${
        counts.length
      } ${word} before it was ${counts.map(Math.round).join(', ')} deliveries`,
    };
  }
  return undefined;
}

/** Deliveries between two instants; hours that are cut count by their share. */
function countIn(
  hours: readonly HourCount[],
  from: number,
  to: number,
): number {
  let count = 0;
  for (const { hour, deliveries } of hours) {
    const overlap = Math.min(to, hour + HOUR) - Math.max(from, hour);
    if (overlap > 0) count += (deliveries * overlap) / HOUR;
  }
  return count;
}

function inWords(ms: number): string {
  const unit = ms >= 2 * HOUR ? 'hours' : 'minutes';
  return Duration.fromMillis(ms, { locale: 'en-US' })
    .shiftTo(unit)
    .mapUnits(Math.floor)
    .toHuman();
}
