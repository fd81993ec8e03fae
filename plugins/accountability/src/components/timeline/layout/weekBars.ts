import { DateTime } from 'luxon';
import { TimeScale } from './scale';

/** Count of one week and where its bar stands. */
export interface WeekBar {
  from: number;
  count: number;
  x: number;
  width: number;
  height: number;
}

/** Counts by UTC day summed to weeks from Monday; the tallest takes `height` px. */
export function weekBars(
  perDay: { day: string; count: number }[],
  scale: TimeScale,
  height: number,
): WeekBar[] {
  const weeks = new Map<number, number>();
  let monday = DateTime.fromMillis(scale.from, { zone: 'utc' }).startOf('week');
  while (monday.toMillis() < scale.to) {
    weeks.set(monday.toMillis(), 0);
    monday = monday.plus({ weeks: 1 });
  }
  for (const { day, count } of perDay) {
    const week = DateTime.fromISO(day, { zone: 'utc' })
      .startOf('week')
      .toMillis();
    weeks.set(week, (weeks.get(week) ?? 0) + count);
  }
  const most = Math.max(1, ...weeks.values());
  return [...weeks].map(([from, count]) => {
    const x = scale.x(from);
    const end = scale.x(from + 7 * 86_400_000);
    return {
      from,
      count,
      x: x + 1,
      width: Math.max(0, end - x - 2),
      height: (count / most) * height,
    };
  });
}
