import {
  CompiledPolicy,
  CompiledScorecard,
} from 'backstage-plugin-accountability-engine';

/** Scorecards of a policy that judge at an instant: no drafts, and none that is to come. */
export function scorecardsInForce(
  { scorecards }: CompiledPolicy,
  now: number,
): CompiledScorecard[] {
  return scorecards.filter(
    ({ draft, effectiveFrom = -Infinity }) => !draft && effectiveFrom <= now,
  );
}
