import { CheckRef } from 'backstage-plugin-accountability-common';
import {
  CompiledCheck,
  CompiledPolicy,
} from 'backstage-plugin-accountability-engine';

/** The check of the policy that judges or will judge services; undefined for one of a draft, one that is off, and one that is gone. */
export function exemptableCheck(
  policy: CompiledPolicy,
  { scorecard, check }: CheckRef,
): CompiledCheck | undefined {
  return policy.scorecards
    .find(({ name, draft }) => name === scorecard && !draft)
    ?.checks.find(({ id, mode }) => id === check && mode !== 'off');
}
