import {
  Exemption,
  FactData,
  FactValue,
} from 'backstage-plugin-accountability-common';
import {
  CompiledCheck,
  CompiledGate,
  CompiledGateRule,
  CompiledScorecard,
} from '../../policy/CompiledPolicy';
import { CompiledExpression } from '../../policy/PolicyEngine';
import { DAY } from '../../time';
import { GateInput } from '../GateInput';

/** 2026-11-23T12:00:00Z. */
export const gateNow = Date.UTC(2026, 10, 23, 12);

/** The one fact that the rules here read. */
export const factId = 'security.open_findings';

/** Holds where a fact has this value; unknown where the fact is. */
export function holdsAt(
  value: FactData,
  fact: string = factId,
): CompiledExpression {
  return {
    facts: [fact],
    readsNow: false,
    cost: 1,
    clauses: [
      {
        text: `${fact} == ${value}`,
        facts: [fact],
        operands: [],
        evaluate: ({ facts }) => {
          const saw = {
            read: () => [],
            explain: () => `${fact} was looked at`,
          };
          const seen = facts.get(fact);
          if (seen?.status !== 'known') {
            const why =
              seen?.because.replace(/\.$/, '') ?? 'it was not measured';
            const because = [`${fact} is unknown: ${why}`];
            return { ...saw, outcome: 'unknown', because, error: false };
          }
          return { ...saw, outcome: seen.value === value ? 'true' : 'false' };
        },
      },
    ],
  };
}

/** Never holds, and reads nothing. */
export const never: CompiledExpression = {
  facts: [],
  readsNow: false,
  cost: 1,
  clauses: [
    {
      text: 'false',
      facts: [],
      operands: [],
      evaluate: () => ({
        outcome: 'false',
        read: () => [],
        explain: () => 'It never holds',
      }),
    },
  ],
};

/** A check that wants no open findings. */
export function checkOf(given: Partial<CompiledCheck> = {}): CompiledCheck {
  return {
    id: 'clean',
    title: 'No open findings',
    burden: 'security',
    expression: `${factId} == 0`,
    mode: 'enforce',
    severity: 'high',
    weight: 1,
    onUnknown: 'fail',
    onError: 'fail',
    facts: [factId],
    readsNow: false,
    program: { expression: holdsAt(0) },
    ...given,
  };
}

/** A scorecard that every service is judged by. */
export function scorecardOf(
  given: Partial<CompiledScorecard> = {},
): CompiledScorecard {
  return {
    name: 'ready',
    title: 'Production readiness',
    conditions: [],
    levels: [],
    requirements: [],
    checks: [checkOf()],
    draft: false,
    ...given,
  };
}

/** A rule that asks the check of that scorecard. */
export function ruleOf(
  given: Partial<CompiledGateRule> = {},
): CompiledGateRule {
  return {
    rule: 'ready/clean',
    scorecard: 'ready',
    check: checkOf(),
    mode: 'enforce',
    modeAt: {},
    ...given,
  };
}

/** A gate of these rules that takes facts younger than two days. */
export function gateOf(
  rules: CompiledGateRule[],
  given: Partial<CompiledGate> = {},
): CompiledGate {
  return {
    name: 'production',
    title: 'To production',
    points: ['deploy', 'pr'],
    rules,
    failurePolicy: {
      onUnknown: 'fail',
      onError: 'fail',
      onEngineError: 'fail',
    },
    maxAgeMs: 2 * DAY,
    ...given,
  };
}

/** The fact with this value, or unknown without one, measured just now. */
export function factOf(
  value: FactData | undefined,
  given: { id?: string; observedAt?: number } = {},
): FactValue {
  const { id = factId, observedAt = gateNow } = given;
  const unit = 'count' as const;
  const window = { from: 0, to: observedAt };
  const sample = { sampleSize: 1, evidence: [], evidenceCount: 0 };
  const base = { id, unit, window, observedAt, ...sample };
  return value === undefined
    ? {
        ...base,
        status: 'unknown',
        reason: 'no-source',
        because: 'No scanner is connected.',
      }
    : { ...base, status: 'known', value, because: 'Counted.' };
}

/** An exemption of the check for the service, approved a day ago for a month. */
export function exemptionOf(given: Partial<Exemption> = {}): Exemption {
  return {
    id: 'e1',
    scorecard: 'ready',
    check: 'clean',
    subject: { by: 'service', ref: 'component:default/pay' },
    reason: 'The scanner is being replaced.',
    requestedBy: 'user:default/ann',
    requestedAt: gateNow - 2 * DAY,
    expiresAt: gateNow + 30 * DAY,
    decision: {
      verdict: 'approved',
      by: 'user:default/raj',
      at: gateNow - DAY,
    },
    renewals: 0,
    ...given,
  };
}

/** A question of a deployment of one service, whose fact is 0. */
export function inputOf(given: Partial<GateInput> = {}): GateInput {
  const { gate = gateOf([ruleOf()]) } = given;
  return {
    now: gateNow,
    question: { entityRef: 'component:default/pay', point: 'deploy' },
    gate,
    scorecards: [scorecardOf()],
    service: {
      entityRef: 'component:default/pay',
      kind: 'Component',
      type: 'service',
      lifecycle: 'production',
      owner: 'group:default/checkout',
      system: 'system:default/shop',
      entity: { kind: 'Component', metadata: { name: 'pay' } },
    },
    facts: new Map([[factId, factOf(0)]]),
    exemptions: [],
    ...given,
  };
}
