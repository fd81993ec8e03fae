import { DateTime } from 'luxon';
import { TimeScale } from './scale';

const ROOM = 78;

/** Mondays of the zone, as many weeks apart as labels need room. */
export function weekTicks(
  scale: TimeScale,
  zone: string,
): { at: number; x: number }[] {
  const weeks = Math.max(1, (scale.to - scale.from) / (7 * 86_400_000));
  const step = Math.max(
    1,
    Math.ceil((ROOM * weeks) / (scale.right - scale.left)),
  );
  const ticks: { at: number; x: number }[] = [];
  let monday = DateTime.fromMillis(scale.from, { zone }).startOf('week');
  while (monday.toMillis() <= scale.to) {
    const at = monday.toMillis();
    if (at >= scale.from) ticks.push({ at, x: scale.x(at) });
    monday = monday.plus({ weeks: step });
  }
  return ticks;
}

/** Start of the day of an instant in the zone, epoch milliseconds. */
export function startOfDay(at: number, zone: string): number {
  return DateTime.fromMillis(at, { zone }).startOf('day').toMillis();
}

/** Noon of the same day, where marks of a day are stacked; right across DST too. */
export function middleOfDay(at: number, zone: string): number {
  const day = DateTime.fromMillis(at, { zone }).startOf('day');
  return (day.toMillis() + day.plus({ days: 1 }).toMillis()) / 2;
}
