import { CompiledCheck, evaluateCheck, PolicyScope } from './policy';
import { HOUR } from './time';

/**
 * The first instant after `scope.now` and before `until` at which a check that
 * reads `now` comes to another status while its facts stay; undefined where it
 * does not. It is sought hour by hour and then halved, so that two turns within
 * one hour of the clock that undo each other are not seen.
 */
export function nextFlip(
  check: CompiledCheck,
  scope: PolicyScope,
  { rule, until }: { rule: string; until: number },
): number | undefined {
  if (!check.readsNow) return undefined;
  const statusAt = (now: number) =>
    evaluateCheck(check, { ...scope, now }, rule).status;
  const status = statusAt(scope.now);
  let same = scope.now;
  while (same < until - 1) {
    const nextHour = (Math.floor(same / HOUR) + 1) * HOUR;
    const probe = Math.min(nextHour, until - 1);
    if (statusAt(probe) !== status) return bisect(same, probe);
    same = probe;
  }
  return undefined;

  function bisect(before: number, after: number): number {
    let [low, high] = [before, after];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (statusAt(middle) === status) low = middle;
      else high = middle;
    }
    return high;
  }
}
