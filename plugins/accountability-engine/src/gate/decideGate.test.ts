import { DAY } from '../time';
import { decideGate } from './decideGate';
import {
  checkOf,
  exemptionOf,
  factId,
  factOf,
  gateNow as now,
  gateOf,
  holdsAt,
  inputOf,
  ruleOf,
  scorecardOf,
} from './testing/gateKit';

const failing = new Map([[factId, factOf(7)]]);
const unknown = new Map([[factId, factOf(undefined)]]);

describe('the sentence of a decision', () => {
  const rule = (title: string, given: Parameters<typeof ruleOf>[0] = {}) =>
    ruleOf({ rule: title, check: checkOf({ title }), ...given });
  const why = `${factId} was looked at`;
  it.each([
    {
      given: 'one rule fails',
      rules: [rule('A'), rule('B', { mode: 'off' })],
      gives: `1 rule denies: A (${why}).`,
    },
    {
      given: 'more fail than are read',
      rules: ['A', 'B', 'C', 'D', 'E'].map(title => rule(title)),
      gives: `5 rules deny: A (${why}); B (${why}); C (${why}); and 2 more.`,
    },
    {
      given: 'one that warns is beside one that denies',
      rules: [rule('A', { mode: 'warn' }), rule('B')],
      gives: `1 rule denies: B (${why}).`,
    },
    {
      given: 'all only warn',
      rules: [rule('A', { mode: 'warn' }), rule('B', { mode: 'warn' })],
      gives: `2 rules warn: A (${why}); B (${why}).`,
    },
    {
      given: 'what fails is only audited',
      rules: [rule('A', { mode: 'audit' })],
      gives:
        'Nothing holds it back: of 1 rule 1 audited, which holds nothing back.',
    },
    {
      given: 'no rule is asked here',
      rules: [rule('A', { modeAt: { deploy: 'off' } })],
      gives:
        'To production asks no rule at the point deploy, so that nothing is held back.',
    },
  ])('is this where $given', ({ rules, gives }) => {
    expect(
      decideGate(inputOf({ gate: gateOf(rules), facts: failing })).because,
    ).toBe(gives);
  });

  it('says where no rule applies', () => {
    const scorecards = [scorecardOf({ match: { kind: 'API' } })];

    expect(decideGate(inputOf({ scorecards }))).toMatchObject({
      outcome: 'allow',
      because:
        'None of the rules of To production applies to this service, so that nothing is held back.',
    });
  });

  it('counts what passed, what is exempt and what counts as a pass apart', () => {
    const of = (fact: string, given: Parameters<typeof ruleOf>[0] = {}) =>
      ruleOf({
        check: checkOf({
          facts: [fact],
          program: { expression: holdsAt(0, fact) },
        }),
        ...given,
      });
    const gate = gateOf(
      [
        of(factId),
        of('security.gone', { onUnknown: 'pass', scorecard: undefined }),
        of('security.bad', { onUnknown: 'fail' }),
      ],
      {
        failurePolicy: {
          onUnknown: 'warn',
          onError: 'warn',
          onEngineError: 'fail',
        },
      },
    );

    expect(
      decideGate(
        inputOf({
          gate,
          facts: new Map([
            [factId, factOf(0)],
            ['security.bad', factOf(9, { id: 'security.bad' })],
          ]),
          exemptions: [exemptionOf()],
        }),
      ).because,
    ).toBe(
      'Nothing holds it back: of 3 rules 1 passed; 1 exempt; 1 unknown, which counts as a pass here.',
    );
  });
});

describe('what an unknown counts as', () => {
  it.each([
    {
      given: 'the rule says warn and the gate fail',
      rule: 'warn',
      gate: 'fail',
      gives: 'warn',
    },
    {
      given: 'the rule says fail and the gate pass',
      rule: 'fail',
      gate: 'pass',
      gives: 'deny',
    },
    {
      given: 'the rule says nothing and the gate pass',
      gate: 'pass',
      gives: 'allow',
    },
    {
      given: 'the rule says pass and the gate fail',
      rule: 'pass',
      gate: 'fail',
      gives: 'allow',
    },
  ] as const)('is the nearest: $given', ({ rule, gate, gives }) => {
    const failurePolicy = {
      onUnknown: gate,
      onError: 'fail',
      onEngineError: 'fail',
    } as const;
    const verdict = decideGate(
      inputOf({
        facts: unknown,
        gate: gateOf([ruleOf({ ...(rule && { onUnknown: rule }) })], {
          failurePolicy,
        }),
      }),
    );

    expect(verdict.outcome).toBe(gives);
    expect(verdict.rules[0].because).toBe(
      `${factId} is unknown: No scanner is connected. An unknown counts as a ${
        rule ?? gate
      } here.`,
    );
  });
});

describe('when a rule of a gate begins to enforce', () => {
  it.each([
    {
      given: 'the gate says nothing',
      rule: undefined,
      check: now + DAY,
      gives: 'warn',
    },
    {
      given: 'the gate says an earlier instant',
      rule: now,
      check: now + DAY,
      gives: 'deny',
    },
    {
      given: 'the gate says a later instant',
      rule: now + DAY,
      check: now,
      gives: 'warn',
    },
  ])(
    'is as the check says, or as the gate does: $given',
    ({ rule, check, gives }) => {
      const rules = [
        ruleOf({ enforceFrom: rule, check: checkOf({ enforceFrom: check }) }),
      ];

      expect(
        decideGate(inputOf({ gate: gateOf(rules), facts: failing })).outcome,
      ).toBe(gives);
    },
  );

  it.each([
    { point: 'deploy', gives: 'deny' },
    { point: 'pr', gives: 'warn' },
  ] as const)(
    'may differ by the point: $gives at $point',
    ({ point, gives }) => {
      const gate = gateOf([ruleOf({ modeAt: { pr: 'warn' } })]);
      const question = { entityRef: 'component:default/pay', point };

      expect(
        decideGate(inputOf({ gate, question, facts: failing })).outcome,
      ).toBe(gives);
    },
  );
});

describe('a scorecard that judges nobody', () => {
  it.each([
    {
      given: 'a draft',
      scorecard: { draft: true },
      gives: 'is a draft and judges nobody yet.',
    },
    {
      given: 'not in force yet',
      scorecard: { effectiveFrom: now + 1 },
      gives: 'judges nobody before 23 Nov 2026, 12:00:00 UTC.',
    },
    {
      given: 'for others',
      scorecard: { match: { kind: 'API' } },
      gives: 'is not for this service.',
    },
  ])('has its checks skipped: $given', ({ scorecard, gives }) => {
    const scorecards = [scorecardOf(scorecard)];

    expect(decideGate(inputOf({ scorecards, facts: failing }))).toMatchObject({
      outcome: 'allow',
      rules: [{ outcome: 'skip', because: `Production readiness ${gives}` }],
    });
  });

  it('judges from the instant on from which it is in force', () => {
    const scorecards = [scorecardOf({ effectiveFrom: now })];

    expect(decideGate(inputOf({ scorecards, facts: failing })).outcome).toBe(
      'deny',
    );
  });
});
