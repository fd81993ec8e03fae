import { dayOf } from '../../../database/dayOf';

/** The end of a day of a burn-up: what turned before `until` is told. */
export interface BurnUpDay {
  /** `YYYY-MM-DD`, UTC. */
  day: string;
  /** Epoch milliseconds, exclusive. */
  until: number;
}

const DAY = 86_400_000;
const MOST = 200;

/**
 * The days of a burn-up from the UTC day of one instant to that of another,
 * which is told up to this instant and at it. Where there were more than 200,
 * only every seventh, and of more than 200 weeks as few as it takes; the last
 * day is always among them.
 */
export function burnUpDays(given: { from: number; to: number }): BurnUpDay[] {
  const first = Math.floor(given.from / DAY);
  const last = Math.floor(given.to / DAY);
  const count = last - first + 1;
  const step = count <= MOST ? 1 : 7 * Math.ceil(count / (7 * MOST));
  const days: BurnUpDay[] = [];
  for (let day = last; day >= first; day -= step) {
    days.push({
      day: dayOf(day * DAY),
      until: day === last ? given.to + 1 : (day + 1) * DAY,
    });
  }
  return days.reverse();
}
