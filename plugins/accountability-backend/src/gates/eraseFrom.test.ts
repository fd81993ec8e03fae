import {
  GateDecision,
  GateRuleResult,
} from 'backstage-plugin-accountability-common';
import { eraseFrom, isErasable } from './eraseFrom';

const rule: GateRuleResult = {
  rule: 'ready/clean',
  title: 'Clean',
  severity: 'high',
  mode: 'enforce',
  outcome: 'fail',
  effect: 'deny',
  because: 'It is 7.',
  clauses: [{ text: 'a == 0', outcome: 'false', operands: [], facts: [] }],
  facts: ['a.b'],
};
const fact = {
  fact: 'a.b',
  status: 'known',
  because: 'Counted.',
  observedAt: 1,
  ageMs: 0,
  maxAgeMs: 2,
} as const;

const decision: GateDecision = {
  gate: 'production',
  title: 'Production',
  entityRef: 'component:default/pay',
  point: 'deploy',
  commit: 'c0ffee',
  labels: ['a', 'b', 'c'],
  at: 1,
  outcome: 'deny',
  because: '1 rule denies.',
  rules: [rule],
  facts: [
    { ...fact, value: 7 },
    { ...fact, fact: 'a.c', value: 'x' },
  ],
  failurePolicy: { onUnknown: 'fail', onError: 'fail', onEngineError: 'fail' },
  policy: 'abc',
  engines: [],
  evidence: 'def',
  repeated: false,
  dryRun: false,
};

describe('erasing from a decision', () => {
  it.each([
    { pointer: '/commit', gives: { commit: undefined } },
    { pointer: '/labels', gives: { labels: undefined } },
    { pointer: '/labels/1', gives: { labels: ['a', '(erased)', 'c'] } },
    {
      pointer: '/labels/*',
      gives: { labels: ['(erased)', '(erased)', '(erased)'] },
    },
    { pointer: '/because', gives: { because: '(erased)' } },
    {
      pointer: '/rules/*/clauses',
      gives: { rules: [{ ...decision.rules[0], clauses: [] }] },
    },
    {
      pointer: '/facts/1/value',
      gives: { facts: [decision.facts[0], { ...fact, fact: 'a.c' }] },
    },
  ])('takes $pointer out of it', ({ pointer, gives }) => {
    const before = structuredClone(decision);

    expect(eraseFrom(decision, [pointer])).toEqual({
      ...decision,
      ...gives,
      erased: [pointer],
    });
    expect(decision).toEqual(before);
  });

  it.each([
    ['/artifact'],
    ['/labels/7'],
    ['/breakGlass/reason'],
    ['/rules/*/remediation'],
  ])('says nothing of %s where there is none', pointer => {
    expect(eraseFrom(decision, [pointer])).toEqual(decision);
  });

  it.each([
    ['/labels/12', true],
    ['/facts/*/value', true],
    ['/facts/0/value', true],
    ['/facts/value', false],
    ['/outcome', false],
    ['/id', false],
    ['/__proto__', false],
    ['labels', false],
    ['', false],
  ])('can take out %s: %s', (pointer, gives) => {
    expect(isErasable(pointer)).toBe(gives);
  });
});
