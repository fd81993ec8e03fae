import { DAY, startOfWeek, WEEK } from '../time';

/** First instants of the weeks (Mondays, UTC) from so many days ago up to `now`, oldest first; of 90 days 12 or 13. */
export function backtestWeeks(now: number, days: number): number[] {
  const weeks: number[] = [];
  for (let at = startOfWeek(now); at >= now - days * DAY; at -= WEEK) {
    weeks.unshift(at);
  }
  return weeks;
}
