import { recordKinds } from 'backstage-plugin-accountability-common';
import { assess } from './assess';
import { AssessInput } from './assessTypes';
import { defaultSettings } from './defaultSettings';
import { defineFact } from './facts/defineFact';
import { builtInFacts } from './facts/registry.generated';
import { horizonMs } from './horizonMs';
import { exampleService } from './measureExample';
import { compilePolicy } from './policy';
import { ago, causedBy, deployed, found, many, referenceNow } from './testing';
import { DAY, HOUR, nextDailyTurn } from './time';

const brokenFact = defineFact({
  id: 'security.broken',
  burden: 'security',
  question: 'What if the arithmetic throws?',
  unit: 'count',
  windowDays: 0,
  needs: [],
  source: 'none',
  measure() {
    throw new Error('no such column');
  },
  examples: [],
});

function policyOf(checks: string, match = '{ kind: Component }') {
  const text = `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: production, title: Production readiness }
spec:
  match: ${match}
  levels: [bronze, silver]
  checks:
${checks.replace(/^/gm, '    ')}
`;
  const facts = [...builtInFacts, brokenFact];
  const files = [{ name: 'production.yaml', text }];
  const policy = compilePolicy({ files, facts, digest: 'digest' });
  expect(policy.diagnostics).toEqual([]);
  return policy;
}

const changesHold = `
- id: changes-hold
  title: Changes hold
  burden: reliability
  level: bronze
  expression: reliability.change_fail_rate <= 0.05
`;

const tenWithOneFailed = [
  ...many(10, 'd', id => deployed(id, { startedAt: ago(20, 'd') })),
  causedBy('d3', 'i'),
];

function input(given: Partial<AssessInput> = {}): AssessInput {
  return {
    now: referenceNow,
    service: exampleService,
    records: tenWithOneFailed,
    collectedKinds: [...recordKinds],
    sourceKinds: [...recordKinds],
    facts: builtInFacts,
    policy: policyOf(changesHold),
    settings: defaultSettings,
    ...given,
  };
}

function factOf(given: Partial<AssessInput>, id: string) {
  return assess(input(given)).facts.find(fact => fact.id === id);
}

describe('assess', () => {
  it('goes from records to facts, checks, levels and burdens', () => {
    const assessment = assess(input());

    expect(assessment).toMatchObject({
      entityRef: exampleService.entityRef,
      at: referenceNow,
      policy: 'digest',
      coverage: { known: 1, applicable: 1 },
      scorecards: [
        {
          scorecard: 'production',
          level: { rank: 0, blockedBy: ['changes-hold'] },
          checks: [{ check: 'changes-hold', status: 'fail' }],
        },
      ],
    });
    expect(assessment.facts.map(({ id }) => id)).toEqual(
      builtInFacts.map(({ id }) => id),
    );
    expect(
      assessment.burdens.map(({ burden, status }) => [burden, status]),
    ).toEqual([
      ['pipeline', 'no-checks'],
      ['reliability', 'needs-work'],
      ['observability', 'no-checks'],
      ['security', 'no-checks'],
      ['ownership', 'no-checks'],
    ]);
  });

  it('knows nothing of what a quiet source used to tell, and goes on with the rest', () => {
    const quietKinds = [
      {
        kind: 'incident' as const,
        source: 'pagerduty',
        since: ago(3, 'h'),
        because: 'Nothing came for 3 hours',
      },
    ];

    const stale = factOf({ quietKinds }, 'reliability.change_fail_rate');
    const fresh = factOf({ quietKinds }, 'reliability.deployment_frequency');
    const [check] = assess(input({ quietKinds })).scorecards[0].checks;

    expect(stale).toMatchObject({
      status: 'unknown',
      reason: 'stale',
      because: expect.stringMatching(
        /^pagerduty has told of no incidents since .*\. Nothing came for 3 hours\.$/,
      ),
    });
    expect(fresh?.status).toBe('known');
    expect(check.status).toBe('unknown');
  });

  it('says how a fact came about in one sentence', () => {
    const fact = factOf({}, 'reliability.change_fail_rate');

    expect(fact?.because).toBe(
      '1 of 10 production changes broke something, 90 days to 23 Nov 2026; of distinct changes, to which rollbacks and redeployments add none.',
    );
  });

  it('warns where a check in warn mode fails, and the level stands', () => {
    const policy = policyOf(`${changesHold}  mode: warn
- id: owned
  title: Owned
  burden: ownership
  level: bronze
  expression: ownership.owner_resolves
`);

    const [scorecard] = assess(input({ policy })).scorecards;

    expect(scorecard.checks.map(({ status }) => status)).toEqual([
      'warn',
      'pass',
    ]);
    expect(scorecard.level.name).toBe('silver');
  });

  it('counts an unknown fact as neither pass nor fail', () => {
    const assessment = assess(input({ records: [] }));

    expect(assessment.coverage).toEqual({ known: 0, applicable: 1 });
    expect(assessment.scorecards[0].checks[0].status).toBe('unknown');
    expect(assessment.scorecards[0].level.rank).toBe(0);
  });

  it('keeps twenty ids of evidence, the newest, and the whole count', () => {
    const records = many(30, 'd', id =>
      deployed(id, { startedAt: ago(Number(id.slice(1)), 'h') }),
    );

    const fact = factOf({ records }, 'reliability.deployment_frequency');

    expect(fact).toMatchObject({ evidenceCount: 30 });
    expect(fact?.evidence).toEqual(
      Array.from({ length: 20 }, (_, i) => `d${i + 1}`),
    );
  });

  it.each([
    ['{ kind: component }', 1],
    ['{ kind: API }', 0],
    ['{ metadata.name: payments-api }', 1],
    ['{ $not: { metadata.name: payments-api } }', 0],
  ])('a scorecard for %s applies %d times', (match, times) => {
    const policy = policyOf(changesHold, match);

    expect(assess(input({ policy })).scorecards).toHaveLength(times);
  });

  it.each([
    {
      given: 'a kind that no source delivers',
      kinds: { sourceKinds: ['deployment' as const] },
      reason: 'no-source',
      because: 'No source delivers incidents; connect one that does.',
    },
    {
      given: 'a kind never collected for this service',
      kinds: { collectedKinds: ['deployment' as const] },
      reason: 'never-collected',
      because:
        'No incidents of this service were ever collected; check that its annotations name it as its source does.',
    },
  ])('$given is unknown: $reason', ({ kinds, reason, because }) => {
    const fact = factOf(kinds, 'reliability.change_fail_rate');

    expect(fact).toMatchObject({ status: 'unknown', reason, because });
  });

  it('a fact that throws is unknown, and the others stand', () => {
    const assessment = assess(input({ facts: [brokenFact, ...builtInFacts] }));

    expect(assessment.facts[0]).toMatchObject({
      status: 'unknown',
      reason: 'error',
      because: 'The arithmetic of this fact failed: no such column.',
    });
    expect(assessment.scorecards[0].checks[0].status).toBe('fail');
  });

  it('a record that lies ahead is no record yet', () => {
    const ahead = deployed('ahead', { startedAt: referenceNow + HOUR });

    const assessment = assess(input({ records: [ahead] }));

    expect(assessment.nextDueAt).toBe(referenceNow + HOUR);
    expect(assessment.facts.flatMap(({ evidence }) => evidence)).toEqual([]);
  });

  it.each([
    {
      given: 'a deployment that leaves the window',
      records: [deployed('d', { endedAt: referenceNow - 28 * DAY + HOUR })],
      in: HOUR + 1,
    },
    {
      given: 'the turn of the day, but not for a deployment of staging',
      records: [
        deployed('d', {
          environment: 'staging',
          endedAt: referenceNow - 28 * DAY + HOUR,
        }),
      ],
      in: nextDailyTurn(referenceNow, exampleService.entityRef) - referenceNow,
    },
    {
      given: 'an exploited finding that grows a day older',
      records: [found('f', { knownExploited: true, startedAt: ago(47, 'h') })],
      in: HOUR,
    },
  ])('is due again for $given', ({ records, in: wait }) => {
    const { nextDueAt } = assess(input({ records }));

    expect(nextDueAt).toBe(referenceNow + wait);
  });

  it('is due again when a check that reads the clock turns', () => {
    const at = '2026-11-23T17:45:30.250Z';
    const policy = policyOf(`${changesHold}  when: now >= timestamp('${at}')`);

    const assessment = assess(input({ policy }));

    expect(assessment.scorecards[0].checks[0].status).toBe('not-applicable');
    expect(assessment.nextDueAt).toBe(Date.parse(at));
  });
});

describe('horizonMs', () => {
  it.each([
    ['all kinds', undefined, 270],
    ['deployments', 'deployment', 270],
    ['builds', 'build', 56],
    ['findings', 'finding', 90],
  ] as const)('of %s', (_, kind, days) => {
    expect(horizonMs(builtInFacts, defaultSettings, kind)).toBe(days * DAY);
  });
});
