import {
  BurdenResult,
  burdens,
  CheckResult,
  CheckStatus,
  Coverage,
  ExemptableService,
  Exemption,
  exemptionInForce,
  FactReading,
  nextExemptionTurn,
  ScorecardResult,
} from 'backstage-plugin-accountability-common';
import { nextChange } from './nextChange';
import { nextFlip } from './nextFlip';
import {
  CheckEvaluation,
  CompiledCheck,
  CompiledPolicy,
  CompiledScorecard,
  EngineAnswer,
  evaluateCheck,
  modeAt,
  PolicyScope,
  whetherScored,
} from './policy';
import { ServiceInput } from './facts/defineFact';
import { burdenOf, coverageOf, levelOf, pointsOf } from './scoring';
import { exemptWords } from './exemptWords';
import { earliest, ownerAtOf } from './time';

/** What a policy is held against: facts as measured, and what people decided. */
export interface JudgeInput {
  /** Epoch milliseconds. */
  now: number;
  service: Pick<
    ServiceInput,
    'entityRef' | 'kind' | 'type' | 'lifecycle' | 'owner' | 'system' | 'entity'
  > &
    // Of whom exemptions were at a past instant; without them the owner of now.
    Partial<Pick<ServiceInput, 'spans'>>;
  /** By fact id. */
  facts: ReadonlyMap<string, FactReading>;
  policy: CompiledPolicy;
  exemptions?: readonly Exemption[];
  answers?: ReadonlyMap<string, EngineAnswer>;
  /** Turns are looked for before this instant. */
  until: number;
}

/** What a policy says of one service. */
export interface Judged {
  scorecards: ScorecardResult[];
  burdens: BurdenResult[];
  coverage: Coverage;
  /** The next instant before `until` at which time alone changes it while the facts stay. */
  nextTurnAt?: number;
}

/**
 * Holds a policy against the facts of one service, a function of its input
 * alone. Scorecards that are drafts or not yet in force judge nobody.
 */
export function judgeService(input: JudgeInput): Judged {
  const { now, policy, until } = input;
  const scope: PolicyScope = input;
  const due = policy.scorecards.filter(({ draft }) => !draft);
  const inForce = due.filter(
    ({ effectiveFrom = -Infinity }) => effectiveFrom <= now,
  );
  const applicable = inForce.filter(
    scorecard => whetherScored(scorecard, scope) === 'true',
  );
  const scorecards = applicable.map(scorecard => judge(scorecard, input));
  let nextTurnAt: number | undefined;
  const turnBy = (at: number | undefined) => {
    if (at !== undefined && at > now && at < until) {
      nextTurnAt = earliest(nextTurnAt, at);
    }
  };
  due.forEach(({ effectiveFrom }) => turnBy(effectiveFrom));
  turnBy(nextExemptionTurn(input.exemptions ?? [], now));
  for (const scorecard of inForce) {
    if (!scorecard.conditions.some(({ expression }) => expression.readsNow)) {
      continue;
    }
    turnBy(
      nextChange(at => whetherScored(scorecard, { ...scope, now: at }), {
        from: now,
        until: nextTurnAt ?? until,
      }),
    );
  }
  for (const { name, checks } of applicable) {
    for (const check of checks) {
      turnBy(check.enforceFrom);
      turnBy(
        nextFlip(check, scope, {
          rule: `${name}/${check.id}`,
          until: nextTurnAt ?? until,
        }),
      );
    }
  }
  return {
    scorecards,
    burdens: burdens.map(burden => burdenOf(burden, scorecards)),
    coverage: coverageOf(scorecards.flatMap(({ checks }) => checks)),
    ...(nextTurnAt !== undefined && { nextTurnAt }),
  };
}

function judge(
  scorecard: CompiledScorecard,
  input: JudgeInput,
): ScorecardResult {
  const checks = scorecard.checks
    .filter(({ mode }) => mode !== 'off')
    .map(check => run(check, scorecard.name, input));
  return {
    scorecard: scorecard.name,
    title: scorecard.title,
    level: levelOf(scorecard, checks),
    coverage: coverageOf(checks),
    points: pointsOf(checks),
    checks,
  };
}

/** What a status becomes by the mode, before exemptions. */
function statusIn(
  mode: CheckResult['mode'],
  { status }: CheckEvaluation,
): CheckStatus {
  return status === 'fail' && mode === 'warn' ? 'warn' : status;
}

/** A service with the owner it had at the instant. */
function ownedThen({ now, service }: JudgeInput): ExemptableService {
  const { entityRef, system, owner, spans = [] } = service;
  const then = ownerAtOf(spans)(now);
  const known = then.status === 'known' ? then.owner : owner;
  return { entityRef, system, owner: known };
}

function run(
  check: CompiledCheck,
  scorecard: string,
  input: JudgeInput,
): CheckResult {
  const { now, exemptions = [] } = input;
  const outcome = evaluateCheck(check, input, `${scorecard}/${check.id}`);
  const asked = modeAt(check, now);
  const mode = asked === 'off' ? 'audit' : asked;
  const exemption =
    outcome.status === 'fail' || outcome.status === 'unknown'
      ? exemptionInForce(exemptions, {
          check: { scorecard, check: check.id },
          service: ownedThen(input),
          at: now,
        })
      : undefined;
  const early = mode !== check.mode ? check.enforceFrom : undefined;
  const { title, burden, severity, weight, level } = check;
  const { remediation, effortDays, links, skill } = check;
  return {
    check: check.id,
    title,
    burden,
    status: exemption ? 'exempt' : statusIn(mode, outcome),
    mode,
    severity,
    weight,
    ...(level !== undefined && { level }),
    because: exemption
      ? `${exemptWords(exemption)} ${outcome.because}`
      : outcome.because,
    clauses: outcome.clauses,
    facts: check.facts,
    ...(outcome.error && { error: true }),
    ...(exemption && {
      exemption: { id: exemption.id, until: exemption.expiresAt },
    }),
    ...(early !== undefined && { enforceFrom: early }),
    ...(remediation !== undefined && { remediation }),
    ...(effortDays !== undefined && { effortDays }),
    ...(links && { links }),
    ...(skill !== undefined && { skill }),
  };
}
