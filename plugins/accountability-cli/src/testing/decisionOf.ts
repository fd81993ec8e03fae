import {
  GateDecision,
  GateRuleResult,
} from 'backstage-plugin-accountability-common';

const hour = 3_600_000;
const day = 24 * hour;

/** 2026-11-23T12:00:00Z. */
const decidedAt = Date.UTC(2026, 10, 23, 12);

/** A rule that passes. */
export function ruleOf(given: Partial<GateRuleResult> = {}): GateRuleResult {
  return {
    rule: 'ready/holes-are-closed',
    title: 'Holes are closed',
    severity: 'critical',
    mode: 'enforce',
    outcome: 'pass',
    effect: 'allow',
    because: 'Nothing is open.',
    clauses: [],
    facts: ['security.known_exploited_open_days'],
    ...given,
  };
}

/** A decision that allows. */
export function decisionOf(given: Partial<GateDecision> = {}): GateDecision {
  return {
    id: 'd-1',
    gate: 'deploy-production',
    title: 'Deployments to production',
    entityRef: 'component:default/payments',
    point: 'deploy',
    at: decidedAt,
    outcome: 'allow',
    because: 'Nothing holds it back: of 1 rule 1 passed.',
    rules: [ruleOf()],
    facts: [
      {
        fact: 'security.known_exploited_open_days',
        unit: 'days',
        status: 'known',
        value: 3,
        because: 'Counted.',
        observedAt: decidedAt - 3 * hour,
        ageMs: 3 * hour,
        maxAgeMs: 2 * day,
      },
    ],
    failurePolicy: {
      onUnknown: 'fail',
      onError: 'fail',
      onEngineError: 'fail',
    },
    policy: 'abcdef0123456789',
    engines: [],
    evidence: '',
    repeated: false,
    dryRun: false,
    ...given,
  };
}

/** One that denies for each reason there is. */
export const denied = decisionOf({
  outcome: 'deny',
  because: '2 rules deny: Holes are closed (It is open for 20 d); A scan.',
  environment: 'production',
  commit: '3f2a9c1',
  rules: [
    ruleOf({
      outcome: 'fail',
      effect: 'deny',
      because: 'It is open for 20 d.',
      remediation: 'Update the dependency.\n::error::or take it out.',
    }),
    ruleOf({
      rule: 'ready/scanned',
      title: 'A scan',
      severity: 'high',
      outcome: 'unknown',
      effect: 'deny',
      countedAs: 'fail',
      because: 'No scanner is connected. An unknown counts as a fail here.',
      facts: ['security.sbom_age'],
    }),
    ruleOf({
      rule: 'ready/seldom-breaks',
      title: 'Changes: seldom, or never, break 100%',
      severity: 'medium',
      outcome: 'fail',
      effect: 'warn',
      because: '30 % break something.',
      enforceFrom: Date.UTC(2027, 0, 1),
    }),
    ruleOf({
      rule: 'ready/owned',
      title: 'Somebody answers',
      outcome: 'exempt',
      because: 'Nobody does. Exempt until 30 Nov 2026, 12:00:00 UTC.',
      exemption: { id: 'e-1', until: decidedAt + 7 * day },
    }),
    ruleOf({
      rule: 'ready/tried',
      title: 'Tried out',
      mode: 'audit',
      outcome: 'error',
      effect: 'none',
      because: 'It divides by zero.',
    }),
    ruleOf({ rule: 'ready/passes', title: 'Passes' }),
    ruleOf({ rule: 'ready/skipped', title: 'Skipped', outcome: 'skip' }),
  ],
  facts: [
    ...decisionOf().facts,
    {
      fact: 'security.sbom_age',
      unit: 'days',
      status: 'unknown',
      reason: 'no-source',
      because: 'No scanner is connected.',
      observedAt: decidedAt,
      ageMs: 0,
      maxAgeMs: 2 * day,
    },
  ],
});
