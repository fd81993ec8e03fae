import { day, hour } from '../company/time';
import { Chapter } from './Chapter';

/** Instants at which people work: mostly Monday to Friday, mostly 8 to 18 UTC. Oldest first. */
export function workInstants(chapter: Chapter, perWeek: number): number[] {
  const { random, from, to } = chapter;
  const instants: number[] = [];
  for (
    let midnight = Math.floor(from / day) * day;
    midnight < to;
    midnight += day
  ) {
    const weekday = new Date(midnight).getUTCDay();
    const weekend = weekday === 0 || weekday === 6;
    const count = random.count(perWeek * (weekend ? 0.02 : 0.192));
    for (let i = 0; i < count; i++) {
      const at = midnight + 8 * hour + random.next() * 10 * hour;
      if (at >= from && at < to) instants.push(at);
    }
  }
  return instants.sort((a, b) => a - b);
}

/** Instants at any hour of any day, as things break. Oldest first. */
export function anyInstants(chapter: Chapter, perWeek: number): number[] {
  const { random, from, to } = chapter;
  const count = random.count((perWeek * (to - from)) / (7 * day));
  return Array.from(
    { length: count },
    () => from + random.next() * (to - from),
  ).sort((a, b) => a - b);
}
