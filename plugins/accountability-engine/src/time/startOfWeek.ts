import { DAY, WEEK } from './durations';

/** The epoch began on a Thursday; its first Monday came four days later. */
const firstMonday = 4 * DAY;

/** Start of the week an instant is in: Monday, 00:00 UTC. */
export function startOfWeek(at: number): number {
  return Math.floor((at - firstMonday) / WEEK) * WEEK + firstMonday;
}
