import {
  AskedMode,
  ScorecardSummary,
} from 'backstage-plugin-accountability-common';
import {
  CompiledScorecard,
  modeAt,
} from 'backstage-plugin-accountability-engine';

/** A scorecard as its page shows it, with the modes in force at an instant. */
export function summarize(
  scorecard: CompiledScorecard,
  given: { services: number; now: number },
): ScorecardSummary {
  return {
    scorecard: scorecard.name,
    title: scorecard.title,
    ...(scorecard.owner !== undefined && { owner: scorecard.owner }),
    levels: [...scorecard.levels],
    checks: scorecard.checks.flatMap(check => {
      const mode = modeAt(check, given.now);
      return mode === 'off' ? [] : [toCheck(check, mode)];
    }),
    services: given.services,
  };
}

function toCheck(
  { id, title, burden, level, severity }: CompiledScorecard['checks'][number],
  mode: AskedMode,
): ScorecardSummary['checks'][number] {
  return {
    check: id,
    title,
    burden,
    ...(level !== undefined && { level }),
    severity,
    mode,
  };
}
