import { ScorecardResult } from 'backstage-plugin-accountability-common';
import { checkBrief } from './checkBrief';
import { RiskyService } from './orderRisks';

const MOST_CHECKS = 5;

/** A service at risk as an action gives it, with the reasons of its worst checks. */
export function toRiskyService(
  { entityRef, title, owner, risks }: RiskyService,
  scorecards: readonly ScorecardResult[] = [],
) {
  const checks = risks.slice(0, MOST_CHECKS).flatMap(risk => {
    const result = scorecards
      .find(({ scorecard }) => scorecard === risk.scorecard)
      ?.checks.find(({ check }) => check === risk.check);
    return result ? [checkBrief(risk.scorecard, result)] : [];
  });
  return {
    service: entityRef,
    title,
    owner,
    notPassing: risks.length,
    checks,
  };
}
