import {
  EnforcementPoint,
  GateOutcome,
  RuleOutcome,
} from 'backstage-plugin-accountability-common';
import { compilePolicy } from '../policy';
import { decideGate } from './decideGate';
import { factId, factOf, inputOf } from './testing/gateKit';

const text = `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: ready, title: Readiness }
spec:
  match: { kind: Component }
  checks:
    - id: clean
      title: No open findings
      burden: security
      onUnknown: warn
      expression: |
        ${factId} == 0.0
---
apiVersion: accountability.io/v1alpha1
kind: Gate
metadata: { name: production, title: To production }
spec:
  points: [deploy, pr]
  maxAge: P2D
  rules:
    - { check: ready/clean, mode: enforce, modeAt: { pr: warn } }
    - id: no-freeze
      title: Nothing is frozen
      mode: enforce
      expression: |
        ${factId} < 10.0 || request.labels.exists(l, l == "incident-fix")
`;

const policy = compilePolicy({
  files: [{ name: 'gate.yaml', text }],
  facts: [{ id: factId, unit: 'count' }],
  digest: 'abc',
});

/** What a service is like, what is asked, and what the gate says. */
interface Row {
  given: string;
  value: number | undefined;
  point?: EnforcementPoint;
  labels?: string[];
  gives: RuleOutcome[];
  outcome: GateOutcome;
}

describe('a gate as it is written', () => {
  it.each<Row>([
    {
      given: 'nothing is open',
      value: 0,
      gives: ['pass', 'pass'],
      outcome: 'allow',
    },
    {
      given: 'something is open',
      value: 7,
      gives: ['fail', 'pass'],
      outcome: 'deny',
    },
    {
      given: 'something is open at a request',
      value: 7,
      point: 'pr',
      gives: ['fail', 'pass'],
      outcome: 'warn',
    },
    {
      given: 'much is open',
      value: 12,
      gives: ['fail', 'fail'],
      outcome: 'deny',
    },
    {
      given: 'much is open and an incident is being mended',
      value: 12,
      point: 'pr',
      labels: ['incident-fix'],
      gives: ['fail', 'pass'],
      outcome: 'warn',
    },
    {
      given:
        'nobody knows, which the gate says nothing of and the check warns of',
      value: undefined,
      labels: ['incident-fix'],
      gives: ['unknown', 'pass'],
      outcome: 'warn',
    },
  ])('says $outcome where $given', ({ value, gives, outcome, ...asked }) => {
    expect(policy.diagnostics).toEqual([]);
    const [gate] = policy.gates;
    const { labels = [], point = 'deploy' } = asked;

    const verdict = decideGate(
      inputOf({
        gate,
        scorecards: policy.scorecards,
        facts: new Map([[factId, factOf(value)]]),
        question: { entityRef: 'component:default/pay', point, labels },
      }),
    );

    const found = new Map(verdict.rules.map(one => [one.rule, one.outcome]));
    expect(verdict.outcome).toBe(outcome);
    expect([found.get('ready/clean'), found.get('no-freeze')]).toEqual(gives);
  });
});
