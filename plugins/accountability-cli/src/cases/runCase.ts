import { PolicyFault } from 'backstage-plugin-accountability-common';
import { CaseResult } from './CaseResult';
import { Outcome, Outcomes } from './Outcomes';
import { Expectation, Explanation, PreparedCase } from './PreparedCase';
import { failingIn } from './failingIn';

/** Runs a case with its clock, and tells everything that is not as expected. */
export function runCase(prepared: PreparedCase): CaseResult {
  const { test, name, place, expectations, explanations } = prepared;
  const outcomes = new Outcomes(prepared);
  const failures = [
    ...expectations.flatMap(expected => compare(expected, outcomes, prepared)),
    ...explanations.flatMap(expected => compareFacts(expected, outcomes)),
  ];
  const failing = failingIn(prepared, outcomes);
  return { ...place, test, name, failures, failing };
}

function compare(
  expected: Expectation,
  outcomes: Outcomes,
  prepared: PreparedCase,
): PolicyFault[] {
  const { target, name, word, place } = expected;
  if (target.of === 'rest') return compareRest(expected, outcomes, prepared);
  const outcome = outcomes.of(target);
  if (!outcome || outcome.word === word) return [];
  return [{ ...place, message: sayOther(name, word, outcome) }];
}

function sayOther(name: string, word: string, outcome: Outcome): string {
  return `${name} is ${outcome.word}, and ${word} was expected: ${outcome.because}`;
}

/** Every check that is asked and not named by itself; one that does not apply is in no sum. */
function compareRest(
  { word, place }: Expectation,
  outcomes: Outcomes,
  { expectations }: PreparedCase,
): PolicyFault[] {
  const named = expectations.flatMap(({ target }) =>
    target.of === 'check' ? [`${target.scorecard}/${target.check}`] : [],
  );
  const rest = outcomes.scorecards.flatMap(({ scorecard, checks }) =>
    checks
      .map(check => ({ check, rule: `${scorecard}/${check.check}` }))
      .filter(({ rule }) => !named.includes(rule)),
  );
  const applies = rest.filter(({ check }) => check.status !== 'not-applicable');
  const looked = word === 'not-applicable' ? rest : applies;
  if (looked.length === 0) {
    const message =
      '"*" was expected to be of some check, and no other check applies to this service';
    return [{ ...place, message }];
  }
  return looked
    .filter(({ check }) => check.status !== word)
    .map(({ rule, check: { status, because, clauses } }) => ({
      ...place,
      message: sayOther(rule, word, { word: status, because, clauses }),
    }));
}

function compareFacts(
  { name, target, facts, place }: Explanation,
  outcomes: Outcomes,
): PolicyFault[] {
  const outcome = outcomes.of(target);
  if (!outcome) return [];
  const decided = decidingFacts(outcome);
  const missing = facts.filter(id => !decided.includes(id));
  const more = decided.filter(id => !facts.includes(id));
  if (missing.length === 0 && more.length === 0) return [];
  const message = `${name} is ${outcome.word} by ${
    decided.join(', ') || 'no fact'
  }, and by ${facts.join(', ') || 'no fact'} was expected: ${outcome.because}`;
  return [{ ...place, message }];
}

/** Facts of the clauses that decide: those that are false, else those that are unknown, else all. */
function decidingFacts({ clauses }: Outcome): string[] {
  const ofOutcome = (outcome: string) =>
    clauses.filter(clause => clause.outcome === outcome);
  const deciding = [ofOutcome('false'), ofOutcome('unknown'), clauses];
  const first = deciding.find(some => some.length > 0) ?? [];
  return [...new Set(first.flatMap(({ facts }) => facts))];
}
