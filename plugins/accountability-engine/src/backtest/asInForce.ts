import { CompiledPolicy } from '../policy';

/**
 * A candidate as if all of it held already: drafts judge, and neither the day
 * of a scorecard nor that of a check is waited for. Checks that are off stay
 * out of it, and so do scorecards that have no other.
 */
export function asInForce(candidate: CompiledPolicy): CompiledPolicy {
  const scorecards = candidate.scorecards.map(
    ({ effectiveFrom: _, ...scorecard }) => ({
      ...scorecard,
      draft: false,
      checks: scorecard.checks
        .filter(({ mode }) => mode !== 'off')
        .map(({ enforceFrom: __, ...check }) => check),
    }),
  );
  return {
    ...candidate,
    scorecards: scorecards.filter(({ checks }) => checks.length > 0),
  };
}
