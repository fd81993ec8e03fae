import {
  Assessment,
  Burden,
  BurdenResult,
  CheckResult,
  CheckStatus,
  FactValue,
  ScorecardResult,
} from 'backstage-plugin-accountability-common';

/** A check together with the scorecard it belongs to. */
export interface PlacedCheck extends CheckResult {
  scorecard: string;
  scorecardTitle: string;
}

const order: CheckStatus[] = [
  'fail',
  'warn',
  'exempt',
  'unknown',
  'pass',
  'not-applicable',
];

/** Every check of every scorecard, the worst result first, else as the scorecards have them. */
export function allChecks(assessment: Assessment): PlacedCheck[] {
  const placed = assessment.scorecards.flatMap(({ checks, ...card }) =>
    checks.map(check => ({
      ...check,
      scorecard: card.scorecard,
      scorecardTitle: card.title,
    })),
  );
  return placed
    .map((check, place) => ({ check, place }))
    .sort(
      (a, b) =>
        order.indexOf(a.check.status) - order.indexOf(b.check.status) ||
        a.place - b.place,
    )
    .map(({ check }) => check);
}

/** Checks of one burden, the worst result first. */
export function checksOf(assessment: Assessment, burden: Burden) {
  return allChecks(assessment).filter(check => check.burden === burden);
}

/** A fact by its id. */
export function findFact(
  assessment: Assessment,
  id: string | undefined,
): FactValue | undefined {
  return assessment.facts.find(fact => fact.id === id);
}

/** The check that decides a burden, and the fact it reads first. */
export function decidingCheck(assessment: Assessment, burden: BurdenResult) {
  const decided = burden.decidedBy;
  const check = allChecks(assessment).find(
    each =>
      each.check === decided?.check && each.scorecard === decided.scorecard,
  );
  return { check, fact: findFact(assessment, decided?.fact) };
}

/** Number of checks by status, in the order of the table, without those that are none. */
export function countByStatus(checks: CheckResult[]) {
  return order
    .map(status => ({
      status,
      count: checks.filter(check => check.status === status).length,
    }))
    .filter(({ count }) => count > 0);
}

/** Whether a scorecard has anything on its ladder that is enforced; one that is only tried out has none. */
export function hasLadder({ level }: ScorecardResult): boolean {
  return level.ladder.length > 0;
}
