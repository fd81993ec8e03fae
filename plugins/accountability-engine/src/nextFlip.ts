import { nextChange } from './nextChange';
import { CompiledCheck, evaluateCheck, PolicyScope } from './policy';

/**
 * The first instant after `scope.now` and before `until` at which a check that
 * reads `now` comes to another status while its facts stay; undefined where it
 * does not.
 */
export function nextFlip(
  check: CompiledCheck,
  scope: PolicyScope,
  { rule, until }: { rule: string; until: number },
): number | undefined {
  if (!check.readsNow) return undefined;
  return nextChange(
    now => evaluateCheck(check, { ...scope, now }, rule).status,
    { from: scope.now, until },
  );
}
