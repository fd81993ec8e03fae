import {
  Assessment,
  burdens,
  CheckResult,
  CheckStatus,
  FactValue,
  ScorecardResult,
} from 'backstage-plugin-accountability-common';
import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import { AssessInput } from './assessTypes';
import { keptEvidence } from './keepNewest';
import { measurePrepared } from './measureFact';
import { nextFlip } from './nextFlip';
import {
  CompiledCheck,
  CompiledScorecard,
  evaluateCheck,
  PolicyScope,
} from './policy';
import { prepareFacts } from './prepareFacts';
import { burdenOf, coverageOf, levelOf } from './scoring';
import { earliest, nextDailyTurn } from './time';

/**
 * The whole arithmetic for one service at one instant, a function of its input
 * alone: facts from records, checks from facts, levels and burdens from checks,
 * and the next instant at which time alone could change any of it.
 */
export function assess(input: AssessInput): Assessment {
  const { now, service, policy } = input;
  const prepared = prepareFacts(input);
  let nextDueAt = nextDailyTurn(now, service.entityRef);
  const dueBy = (at: number | undefined) => {
    nextDueAt = earliest(nextDueAt, at) ?? nextDueAt;
  };
  dueBy(prepared.nextRecordAt);
  const facts = new Map<string, FactValue>();
  for (const fact of input.facts) {
    const measured = measurePrepared(fact, prepared, { keep: keptEvidence });
    facts.set(fact.id, measured.value);
    dueBy(measured.nextChangeAt);
  }
  const scope: PolicyScope = { facts, service, now };
  const applicable = policy.scorecards.filter(
    ({ match }) =>
      match === undefined || evaluateFilterPredicate(match, service.entity),
  );
  const scorecards = applicable.map(scorecard => judge(scorecard, scope));
  for (const check of applicable.flatMap(({ checks }) => checks)) {
    dueBy(nextFlip(check, scope, nextDueAt));
  }
  return {
    entityRef: service.entityRef,
    at: now,
    policy: policy.digest,
    facts: [...facts.values()],
    attributions: [...prepared.context.attributions.values()],
    scorecards,
    burdens: burdens.map(burden => burdenOf(burden, scorecards)),
    coverage: coverageOf(scorecards.flatMap(({ checks }) => checks)),
    nextDueAt,
  };
}

function judge(
  scorecard: CompiledScorecard,
  scope: PolicyScope,
): ScorecardResult {
  const checks = scorecard.checks.map(check => run(check, scope));
  return {
    scorecard: scorecard.name,
    title: scorecard.title,
    level: levelOf(scorecard.levels, checks),
    coverage: coverageOf(checks),
    checks,
  };
}

function run(check: CompiledCheck, scope: PolicyScope): CheckResult {
  const outcome = evaluateCheck(check, scope);
  const status: CheckStatus =
    outcome.status === 'fail' && check.mode === 'warn'
      ? 'warn'
      : outcome.status;
  const { title, burden, mode, level, remediation } = check;
  return {
    check: check.id,
    title,
    burden,
    status,
    mode,
    ...(level !== undefined && { level }),
    because: outcome.because,
    clauses: outcome.clauses,
    facts: check.facts,
    ...(remediation !== undefined && { remediation }),
  };
}
