import {
  CheckResult,
  FactValue,
  ScorecardResult,
} from 'backstage-plugin-accountability-common';
import { CompiledScorecard } from 'backstage-plugin-accountability-engine';
import { TeamRisk } from '../assessment';
import { diffScorecards } from './dryRun/diffScorecards';
import { factBrief } from './factBrief';
import { orderRisks } from './orderRisks';
import { whatIsMissing } from './whatIsMissing';

const check: CheckResult = {
  check: 'builds',
  title: 'Main builds',
  burden: 'pipeline',
  status: 'fail',
  mode: 'enforce',
  severity: 'high',
  weight: 1,
  because: 'It does not.',
  clauses: [],
  facts: [],
};
const unknown: FactValue = {
  id: 'pipeline.main_success',
  unit: 'ratio',
  status: 'unknown',
  reason: 'no-source',
  because: 'No source tells of builds; connect one.',
  sampleSize: 0,
  window: { from: 0, to: 1 },
  observedAt: 0,
  evidence: [],
  evidenceCount: 0,
};
const clause = {
  text: 'pipeline.main_success >= 0.9',
  operands: [{ expression: 'pipeline.main_success', value: '70 %' }],
  facts: ['pipeline.main_success'],
};

describe('what is missing for a check to pass', () => {
  it.each([
    { given: 'a pass', result: { status: 'pass' as const }, gives: [] },
    {
      given: 'one that does not apply',
      result: { status: 'not-applicable' as const },
      gives: [],
    },
    {
      given: 'a clause that does not hold',
      result: { clauses: [{ ...clause, outcome: 'false' as const }] },
      gives: [
        '`pipeline.main_success >= 0.9` has to hold: pipeline.main_success is 70 %.',
      ],
    },
    {
      given: 'a fact that is unknown',
      result: { status: 'unknown' as const },
      facts: [unknown],
      gives: [
        'pipeline.main_success has to be known. No source tells of builds; connect one.',
      ],
    },
    {
      given: 'another engine, which has no clauses',
      result: { because: 'The cost centre is missing.' },
      gives: ['The cost centre is missing.'],
    },
  ])('is said of $given', ({ result, facts = [], gives }) => {
    expect(whatIsMissing({ ...check, ...result }, facts)).toEqual(gives);
  });
});

describe('a fact in short', () => {
  it.each([
    { value: 0, gives: 0 },
    { value: false, gives: false },
    { value: 'x'.repeat(900), gives: 'x'.repeat(500) },
    { value: Array(90).fill('a'), gives: Array(20).fill('a') },
    { value: { tier: '1' }, gives: { tier: '1' } },
  ])('has a value of limited size', ({ value, gives }) => {
    const { reason: _, ...rest } = unknown;

    const brief = factBrief({ ...rest, status: 'known', value }, 5_400_000);

    expect(brief).toMatchObject({ value: gives, ageHours: 1.5 });
  });

  it('has a reason and no value where it is unknown', () => {
    const brief = factBrief(unknown, 0);

    expect(brief).toMatchObject({ status: 'unknown', reason: 'no-source' });
    expect(brief).not.toHaveProperty('value');
  });
});

describe('the risks of a team', () => {
  const scorecards: Pick<CompiledScorecard, 'name' | 'checks'>[] = [
    {
      name: 'ready',
      checks: (['low', 'critical', 'high'] as const).map(severity => ({
        id: severity,
        title: severity,
        burden: 'pipeline',
        expression: 'true',
        mode: 'enforce',
        severity,
        weight: 1,
        onUnknown: 'fail',
        onError: 'fail',
        facts: [],
        readsNow: false,
        program: { engine: 'opa', path: 'x' },
      })),
    },
  ];
  const risk = (service: string, id: string, more: Partial<TeamRisk> = {}) => ({
    entityRef: service,
    title: service,
    owner: 'group:default/shop',
    scorecard: 'ready',
    check: id,
    status: 'fail' as const,
    since: 100,
    ...more,
  });

  it.each([
    {
      given: 'the severity of the worst',
      risks: [risk('a', 'low'), risk('b', 'high'), risk('c', 'critical')],
      gives: ['c', 'b', 'a'],
    },
    {
      given: 'a fail before a warning',
      risks: [risk('a', 'high', { status: 'warn' }), risk('b', 'high')],
      gives: ['b', 'a'],
    },
    {
      given: 'what is so for longest',
      risks: [risk('a', 'high'), risk('b', 'high', { since: 50 })],
      gives: ['b', 'a'],
    },
    {
      given: 'the worst of several of a service',
      risks: [
        risk('b', 'high'),
        risk('a', 'low'),
        risk('a', 'critical'),
        risk('a', 'low'),
      ],
      gives: ['a', 'b'],
    },
    {
      given: 'the ref where all else is equal, and no check of that id',
      risks: [risk('b', 'gone'), risk('a', 'gone')],
      gives: ['a', 'b'],
    },
  ])('are ordered by $given', ({ risks, gives }) => {
    const ordered = orderRisks(risks, scorecards);

    expect(ordered.map(({ entityRef }) => entityRef)).toEqual(gives);
  });
});

describe('what a candidate changes', () => {
  const scorecard = (...checks: CheckResult[]): ScorecardResult[] => [
    {
      scorecard: 'ready',
      title: 'Ready',
      level: { rank: 0, ladder: [], blockedBy: [] },
      coverage: { known: 0, applicable: 0 },
      points: { earned: 0, possible: 0 },
      checks,
    },
  ];

  it.each([
    {
      given: 'the same result',
      before: scorecard(check),
      after: scorecard(check),
      gives: [],
    },
    {
      given: 'another result',
      before: scorecard(check),
      after: scorecard({ ...check, status: 'pass' }),
      gives: [['builds', 'fail', 'pass']],
    },
    {
      given: 'a check that is new',
      before: scorecard(),
      after: scorecard({ ...check, status: 'unknown' }),
      gives: [['builds', 'absent', 'unknown']],
    },
    {
      given: 'a scorecard that is new',
      before: [],
      after: scorecard(check),
      gives: [['builds', 'absent', 'fail']],
    },
    {
      given: 'a check that is gone',
      before: scorecard(check),
      after: scorecard(),
      gives: [['builds', 'fail', 'absent']],
    },
  ])('is told of $given', ({ before, after, gives }) => {
    const changes = diffScorecards({ entityRef: 'a', before, after });

    expect(changes.map(one => [one.check, one.from, one.to])).toEqual(gives);
  });
});
