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
import { keepNewest } from './keepNewest';
import { measurePrepared } from './measureFact';
import { CompiledCheck, CompiledScorecard } from './policy/CompiledPolicy';
import { evaluateCheck } from './policy/evaluateCheck';
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
  let nextDueAt = earliest(
    prepared.nextRecordAt,
    nextDailyTurn(now, service.entityRef),
  );
  const facts = new Map<string, FactValue>();
  for (const fact of input.facts) {
    const measured = measurePrepared(fact, prepared);
    facts.set(fact.id, keepNewest(measured.value));
    nextDueAt = earliest(nextDueAt, measured.nextChangeAt);
  }
  const scorecards = policy.scorecards
    .filter(scorecard => applies(scorecard, input))
    .map(scorecard => judge(scorecard, input, facts));
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

function applies(scorecard: CompiledScorecard, { service }: AssessInput) {
  return (
    scorecard.match === undefined ||
    evaluateFilterPredicate(scorecard.match, service.entity)
  );
}

function judge(
  scorecard: CompiledScorecard,
  input: AssessInput,
  facts: ReadonlyMap<string, FactValue>,
): ScorecardResult {
  const checks = scorecard.checks.map(check => run(check, input, facts));
  return {
    scorecard: scorecard.name,
    title: scorecard.title,
    level: levelOf(scorecard.levels, checks),
    coverage: coverageOf(checks),
    checks,
  };
}

function run(
  check: CompiledCheck,
  { service, now }: AssessInput,
  facts: ReadonlyMap<string, FactValue>,
): CheckResult {
  const outcome = evaluateCheck(check, { facts, service, now });
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
