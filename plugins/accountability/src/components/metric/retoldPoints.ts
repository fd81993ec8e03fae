import {
  MetricResponse,
  RetoldDay,
} from 'backstage-plugin-accountability-common';
import { dayOf } from '../../text';

/** Places of the points whose day was told again; none where the panel looks at another window or environment than days are kept with. */
export function retoldPoints(
  {
    series,
    windowDays,
    ownWindowDays,
    environment,
  }: Pick<
    MetricResponse,
    'series' | 'windowDays' | 'ownWindowDays' | 'environment'
  >,
  days: readonly RetoldDay[],
): number[] {
  if (windowDays !== ownWindowDays || environment !== 'production') return [];
  const retold = new Set(days.map(({ day }) => day));
  return series.flatMap(({ at }, place) =>
    retold.has(dayOf(at)) ? [place] : [],
  );
}
