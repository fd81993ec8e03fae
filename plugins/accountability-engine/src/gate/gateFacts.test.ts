import { DAY } from '../time';
import { decideGate } from './decideGate';
import { decideUnasked } from './decideUnasked';
import { evidenceOf } from './evidenceOf';
import { rulesToAsk } from './rulesToAsk';
import {
  checkOf,
  factId,
  factOf,
  gateNow as now,
  gateOf,
  holdsAt,
  inputOf,
  ruleOf,
  scorecardOf,
} from './testing/gateKit';

describe('the facts of a decision', () => {
  it('are those that its rules and their scorecards read, with their ages', () => {
    const tier = 'ownership.tier';
    const facts = new Map([
      [factId, factOf(0, { observedAt: now - 3 * DAY })],
      [tier, factOf(1, { id: tier, observedAt: now - 1000 })],
      ['pipeline.unread', factOf(1, { id: 'pipeline.unread' })],
    ]);
    const conditions = [{ name: 'critical', expression: holdsAt(1, tier) }];

    const verdict = decideGate(
      inputOf({ facts, scorecards: [scorecardOf({ conditions })] }),
    );

    expect(verdict.facts).toEqual([
      {
        fact: tier,
        unit: 'count',
        status: 'known',
        value: 1,
        because: 'Counted.',
        observedAt: now - 1000,
        ageMs: 1000,
        maxAgeMs: 2 * DAY,
      },
      {
        fact: factId,
        unit: 'count',
        status: 'unknown',
        reason: 'stale',
        because:
          'It was measured 3 d ago, on 20 Nov 2026, 12:00:00 UTC, and has to be younger than 2 d here; it is known again once it is measured anew.',
        observedAt: now - 3 * DAY,
        ageMs: 3 * DAY,
        maxAgeMs: 2 * DAY,
      },
    ]);
    expect(verdict.rules[0]).toMatchObject({
      outcome: 'unknown',
      effect: 'deny',
      facts: [tier, factId],
    });
  });

  it('are unknown where nothing of them is kept', () => {
    expect(decideGate(inputOf({ facts: new Map() })).facts).toEqual([
      {
        fact: factId,
        status: 'unknown',
        reason: 'never-collected',
        because: expect.stringContaining('No measurement of it is kept'),
        observedAt: now,
        ageMs: 0,
        maxAgeMs: 2 * DAY,
      },
    ]);
  });

  it('may not be of the future by a clock that runs ahead', () => {
    const facts = new Map([[factId, factOf(0, { observedAt: now + DAY })]]);

    expect(decideGate(inputOf({ facts })).facts).toMatchObject([
      { status: 'known', ageMs: 0 },
    ]);
  });

  it('leave it unknown whether a scorecard is for a service, which says what is missing', () => {
    const conditions = [
      { name: 'critical', expression: holdsAt(1, 'ownership.tier') },
    ];

    const verdict = decideGate(
      inputOf({ scorecards: [scorecardOf({ conditions })] }),
    );

    expect(verdict.rules).toMatchObject([
      {
        outcome: 'unknown',
        countedAs: 'fail',
        because:
          'Whether Production readiness is for this service is unknown: its condition critical cannot be told, for want of ownership.tier (it was not measured). An unknown counts as a fail here.',
      },
    ]);
  });
});

describe('an engine that is out', () => {
  const check = checkOf({ program: { engine: 'opa', path: 'finance/tags' } });
  const why = 'OPA does not answer.';
  const enginesOut = new Map([['opa', why]]);

  it.each([
    { mode: 'enforce', onEngineError: 'fail', gives: 'deny' },
    { mode: 'enforce', onEngineError: 'warn', gives: 'warn' },
    { mode: 'enforce', onEngineError: 'pass', gives: 'allow' },
    { mode: 'warn', onEngineError: 'fail', gives: 'warn' },
  ] as const)(
    'makes it $gives for a rule in mode $mode where it counts as a $onEngineError',
    ({ mode, onEngineError, gives }) => {
      const failurePolicy = {
        onUnknown: 'fail',
        onError: 'fail',
        onEngineError,
      } as const;
      const gate = gateOf([ruleOf({ mode, check })], { failurePolicy });

      expect(decideGate(inputOf({ gate, enginesOut }))).toMatchObject({
        outcome: gives,
        engineError: why,
        rules: [
          {
            outcome: 'error',
            countedAs: onEngineError,
            because: `${why} An error counts as a ${onEngineError} here.`,
          },
        ],
      });
    },
  );

  it('opens no gate that another rule closes', () => {
    const failurePolicy = {
      onUnknown: 'fail',
      onError: 'fail',
      onEngineError: 'pass',
    } as const;
    const gate = gateOf([ruleOf({ check }), ruleOf()], { failurePolicy });
    const facts = new Map([[factId, factOf(7)]]);

    expect(decideGate(inputOf({ gate, enginesOut, facts }))).toMatchObject({
      outcome: 'deny',
      rules: [{ outcome: 'fail' }, { outcome: 'error', effect: 'allow' }],
    });
  });

  it('matters to no gate that only writes its rules down', () => {
    const gate = gateOf([ruleOf({ mode: 'audit', check })]);

    const verdict = decideGate(inputOf({ gate, enginesOut }));

    expect(verdict).toMatchObject({ outcome: 'allow' });
    expect(verdict).not.toHaveProperty('engineError');
  });
});

describe('a decision without rules', () => {
  it.each([
    { onEngineError: 'fail', outcome: 'deny' },
    { onEngineError: 'warn', outcome: 'warn' },
    { onEngineError: 'pass', outcome: 'allow' },
  ] as const)('is $outcome on $onEngineError', ({ onEngineError, outcome }) => {
    const verdict = decideUnasked(onEngineError, 'There are no facts.');

    expect(verdict).toEqual({
      outcome,
      because: `No rule could be asked, which counts as a ${onEngineError} here: There are no facts.`,
      rules: [],
      facts: [],
      engineError: 'There are no facts.',
    });
  });
});

describe('evidence', () => {
  it('is the same bytes for the same things in whatever order, and other bytes for others', () => {
    const input = inputOf();
    const { rules, facts } = decideGate(input);
    const { question } = input;
    const turned = { point: question.point, entityRef: question.entityRef };

    const bytes = evidenceOf({ question, rules, facts, policy: 'abc' });

    expect(evidenceOf({ policy: 'abc', facts, rules, question: turned })).toBe(
      bytes,
    );
    expect(evidenceOf({ question, rules, facts, policy: 'abd' })).not.toBe(
      bytes,
    );
    expect(JSON.parse(bytes)).toEqual({
      question,
      rules,
      facts,
      policy: 'abc',
    });
  });
});

describe('rules of other engines', () => {
  const program = { engine: 'opa', path: 'finance/tags' };
  const asked = ruleOf({ check: checkOf({ program }) });

  it.each([
    { given: 'one of CEL', rule: ruleOf(), gives: 0 },
    { given: 'one of OPA', rule: asked, gives: 1 },
    {
      given: 'one that is only audited',
      rule: { ...asked, mode: 'audit' },
      gives: 1,
    },
    { given: 'one that is off', rule: { ...asked, mode: 'off' }, gives: 0 },
    {
      given: 'one that is off at this point',
      rule: { ...asked, modeAt: { deploy: 'off' } },
      gives: 0,
    },
    {
      given: 'one of the gate alone',
      rule: { ...asked, scorecard: undefined },
      gives: 1,
    },
    {
      given: 'one of a scorecard for others',
      rule: asked,
      scorecards: [scorecardOf({ match: { kind: 'API' } })],
      gives: 0,
    },
  ] as const)(
    'are asked before: $gives of $given',
    ({ rule, gives, ...given }) => {
      const scorecards = 'scorecards' in given ? given.scorecards : undefined;
      const input = inputOf({
        gate: gateOf([rule]),
        ...(scorecards && { scorecards }),
      });

      expect(rulesToAsk(input)).toEqual([rule].slice(0, gives));
    },
  );
});
