import { HOUR } from './time';

/**
 * The first instant after `from` and before `until` at which something has
 * another value than at `from`; undefined where it has not. It is sought hour
 * by hour and then halved, so that two turns within one hour of the clock that
 * undo each other are not seen.
 */
export function nextChange(
  valueAt: (now: number) => string,
  { from, until }: { from: number; until: number },
): number | undefined {
  const value = valueAt(from);
  let same = from;
  while (same < until - 1) {
    const nextHour = (Math.floor(same / HOUR) + 1) * HOUR;
    const probe = Math.min(nextHour, until - 1);
    if (valueAt(probe) !== value) return bisect(same, probe);
    same = probe;
  }
  return undefined;

  function bisect(before: number, after: number): number {
    let [low, high] = [before, after];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (valueAt(middle) === value) low = middle;
      else high = middle;
    }
    return high;
  }
}
