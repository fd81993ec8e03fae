import { Exemption, FactValue } from 'backstage-plugin-accountability-common';
import { judgeService } from './judgeService';
import { compilePolicy } from './policy';
import { DAY, HOUR } from './time';

/** 2027-01-15T00:00:00Z, at which things turn. */
const turn = Date.UTC(2027, 0, 15);
const before = turn - HOUR;

const facts = [
  { id: 'reliability.incidents', unit: 'count' as const },
  { id: 'security.last_scan', unit: 'instant' as const },
];

function scorecard(head: string, check: string) {
  return `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: ready, title: Ready }
spec:
${head}
  checks:
    - id: calm
      title: Calm
      burden: reliability
      level: gold
${check.replace(/^/gm, '      ')}
      expression: reliability.incidents == 0
`;
}

interface Given {
  head?: string;
  check?: string;
  incidents?: number;
  lastScan?: number;
  now?: number;
  exemptions?: Exemption[];
  until?: number;
}

function known(id: string, value: number | undefined): [string, FactValue][] {
  if (value === undefined) return [];
  const base = { id, unit: 'count' as const, sampleSize: 1 };
  const window = { from: 0, to: 1 };
  const rest = { window, observedAt: 1, evidence: [], evidenceCount: 0 };
  const because = 'Measured.';
  return [[id, { ...base, ...rest, status: 'known', value, because }]];
}

function judge(given: Given) {
  const { head = '  draft: false', check = '', now = before } = given;
  const text = scorecard(head, check);
  const files = [{ name: 'a.yaml', text }];
  const policy = compilePolicy({ files, facts, digest: '' });
  expect(policy.diagnostics).toEqual([]);
  return judgeService({
    now,
    policy,
    until: given.until ?? turn + 10 * DAY,
    service: {
      entityRef: 'component:default/pay',
      kind: 'Component',
      type: 'service',
      owner: 'group:default/a',
      entity: { kind: 'Component', metadata: { name: 'pay' } },
    },
    facts: new Map([
      ...known('reliability.incidents', given.incidents),
      ...known('security.last_scan', given.lastScan),
    ]),
    exemptions: given.exemptions,
  });
}

const granted = (over: Partial<Exemption> = {}): Exemption => ({
  id: 'e1',
  scorecard: 'ready',
  check: 'calm',
  subject: { by: 'service', ref: 'component:default/pay' },
  reason: 'Moving',
  requestedBy: 'user:default/ann',
  requestedAt: turn - 5 * DAY,
  expiresAt: turn,
  decision: { verdict: 'approved', by: 'user:default/raj', at: turn - 4 * DAY },
  renewals: 0,
  ...over,
});

describe('the mode of a check', () => {
  it.each<[string, number | undefined, number, object | undefined]>([
    ['mode: enforce', 1, before, { status: 'fail', mode: 'enforce' }],
    ['mode: enforce', 0, before, { status: 'pass', mode: 'enforce' }],
    ['mode: warn', 1, before, { status: 'warn', mode: 'warn' }],
    ['mode: warn', undefined, before, { status: 'unknown', mode: 'warn' }],
    ['mode: audit', 1, before, { status: 'fail', mode: 'audit' }],
    ['mode: off', 1, before, undefined],
    [
      'enforceFrom: 2027-01-15',
      1,
      turn - 1,
      { status: 'warn', mode: 'warn', enforceFrom: turn },
    ],
    ['enforceFrom: 2027-01-15', 1, turn, { status: 'fail', mode: 'enforce' }],
    [
      'mode: warn\nenforceFrom: 2027-01-15',
      1,
      turn,
      { status: 'warn', mode: 'warn' },
    ],
  ])('%j with %j incidents at %d: %j', (check, incidents, now, gives) => {
    const [{ checks }] = judge({ check, incidents, now }).scorecards;

    const { status, mode, enforceFrom } = checks[0] ?? {};
    expect({ status, mode, enforceFrom }).toEqual({
      status: undefined,
      mode: undefined,
      enforceFrom: undefined,
      ...gives,
    });
  });

  it.each([
    ['mode: audit', 0, { name: undefined, coverage: 0, possible: 0 }],
    ['mode: warn', 0, { name: undefined, coverage: 1, possible: 1 }],
    // The levels below ask for nothing.
    ['mode: enforce', 2, { name: 'silver', coverage: 1, possible: 1 }],
    ['mode: enforce', 0, { name: 'gold', coverage: 1, possible: 1 }],
  ])('%s with %d incidents counts as %j', (check, incidents, gives) => {
    const { scorecards, burdens } = judge({ check, incidents });
    const [{ level, coverage, points }] = scorecards;

    expect({
      name: level.name,
      coverage: coverage.applicable,
      possible: points.possible,
    }).toEqual(gives);
    const reliability = burdens.find(({ burden }) => burden === 'reliability');
    expect(reliability?.coverage.applicable).toBe(gives.coverage);
  });
});

describe('a scorecard', () => {
  it.each([
    ['  draft: true', turn, 0],
    ['  effectiveFrom: 2027-01-15', turn - 1, 0],
    ['  effectiveFrom: 2027-01-15', turn, 1],
    ['  match: { kind: API }', turn, 0],
    ['  match: { kind: Component }', turn, 1],
    [
      '  conditions: [{ name: a, expression: service.type == "service" }]',
      turn,
      1,
    ],
    [
      '  conditions: [{ name: a, expression: service.type == "website" }]',
      turn,
      0,
    ],
    // Unknown: nothing says that it has to meet the standard.
    [
      '  conditions: [{ name: a, expression: service.lifecycle == "production" }]',
      turn,
      0,
    ],
    [
      '  conditions: [{ name: a, expression: reliability.incidents > 0 }]',
      turn,
      0,
    ],
  ])('with "%s" judges at %d: %d', (head, now, judged) => {
    expect(judge({ head, now }).scorecards).toHaveLength(judged);
  });
});

describe('an exemption', () => {
  it.each<[string, Partial<Exemption>, Given, string]>([
    ['a fail', {}, { incidents: 1 }, 'exempt'],
    ['an unknown', {}, {}, 'exempt'],
    ['a pass', {}, { incidents: 0 }, 'pass'],
    ['a fail that warns', {}, { incidents: 1, check: 'mode: warn' }, 'exempt'],
    [
      'a fail, just before its end',
      {},
      { incidents: 1, now: turn - 1 },
      'exempt',
    ],
    ['a fail, at its end', {}, { incidents: 1, now: turn }, 'fail'],
    [
      'a fail, at its decision',
      { decision: { verdict: 'approved', by: 'b', at: before } },
      { incidents: 1 },
      'exempt',
    ],
    [
      'a fail, before its decision',
      { decision: { verdict: 'approved', by: 'b', at: before + 1 } },
      { incidents: 1 },
      'fail',
    ],
    [
      'a fail, denied',
      { decision: { verdict: 'denied', by: 'b', at: 1 } },
      { incidents: 1 },
      'fail',
    ],
    [
      'a fail, revoked',
      { revoked: { by: 'b', at: before } },
      { incidents: 1 },
      'fail',
    ],
    ['a fail, of another check', { check: 'other' }, { incidents: 1 }, 'fail'],
    [
      'a fail, by owner',
      { subject: { by: 'owner', ref: 'group:default/A' } },
      { incidents: 1 },
      'exempt',
    ],
    [
      'a fail, of another owner',
      { subject: { by: 'owner', ref: 'group:default/b' } },
      { incidents: 1 },
      'fail',
    ],
    [
      'a fail, at gates alone',
      { points: ['deploy'] },
      { incidents: 1 },
      'fail',
    ],
  ])('makes of %s with %j in %j: %s', (_, over, given, status) => {
    const exemptions = [granted(over)];
    const [{ checks }] = judge({ ...given, exemptions }).scorecards;

    expect(checks[0].status).toBe(status);
    expect(checks[0].exemption).toEqual(
      status === 'exempt' ? { id: 'e1', until: turn } : undefined,
    );
  });
});

describe('the next turn', () => {
  const aged = `when: now - security.last_scan < days(3)`;

  it.each<[string, Given, number | undefined]>([
    ['nothing turns by time', {}, undefined],
    ['a check begins to enforce', { check: 'enforceFrom: 2027-01-15' }, turn],
    [
      'it does already',
      { check: 'enforceFrom: 2027-01-15', now: turn },
      undefined,
    ],
    ['a scorecard takes effect', { head: '  effectiveFrom: 2027-01-15' }, turn],
    [
      'a draft would',
      { head: '  draft: true\n  effectiveFrom: 2027-01-15' },
      undefined,
    ],
    ['an exemption ends', { exemptions: [granted()] }, turn],
    [
      'a check reads the clock',
      { check: aged, lastScan: turn - 3 * DAY },
      turn,
    ],
    [
      'a condition reads the clock',
      {
        head: '  conditions: [{ name: a, expression: \'now < timestamp("2027-01-15T00:00:00Z")\' }]',
      },
      turn,
    ],
    [
      'the earliest of several',
      { check: 'enforceFrom: 2027-01-17', exemptions: [granted()] },
      turn,
    ],
    [
      'it is not before the end asked for',
      { check: 'enforceFrom: 2027-01-15', until: turn },
      undefined,
    ],
    [
      'the scorecard is for others',
      { head: '  match: { kind: API }', check: 'enforceFrom: 2027-01-15' },
      undefined,
    ],
  ])('where %s', (_, given, at) => {
    expect(judge({ incidents: 1, ...given }).nextTurnAt).toBe(at);
  });
});
