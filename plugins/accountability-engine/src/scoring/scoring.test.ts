import {
  CheckResult,
  CheckStatus,
  ScorecardResult,
} from 'backstage-plugin-accountability-common';
import { burdenOf } from './burdenOf';
import { coverageOf } from './coverageOf';
import { levelOf } from './levelOf';
import { pointsOf } from './pointsOf';

const ladder = ['bronze', 'silver', 'gold'];

function result(
  status: CheckStatus,
  level?: string,
  given: Partial<CheckResult> = {},
): CheckResult {
  return {
    check: `${level ?? 'no-level'}-${status}`,
    title: `${level ?? 'no level'} ${status}`,
    burden: 'reliability',
    status,
    mode: 'enforce',
    severity: 'medium',
    weight: 1,
    level,
    because: '',
    clauses: [],
    facts: ['reliability.incidents'],
    ...given,
  };
}

function scorecard(checks: CheckResult[], name = 'production') {
  const level = levelOf({ levels: ladder }, checks);
  const coverage = coverageOf(checks);
  const it: ScorecardResult = {
    scorecard: name,
    title: name,
    level,
    coverage,
    points: pointsOf(checks),
    checks,
  };
  return it;
}

describe('levelOf', () => {
  it.each([
    { given: 'no checks', checks: [], name: undefined, rank: 0, blockedBy: [] },
    {
      given: 'all pass',
      checks: ladder.map(level => result('pass', level)),
      name: 'gold',
      rank: 3,
      blockedBy: [],
    },
    {
      given: 'gold fails',
      checks: [
        result('pass', 'bronze'),
        result('pass', 'silver'),
        result('fail', 'gold'),
      ],
      name: 'silver',
      rank: 2,
      blockedBy: ['gold-fail'],
    },
    {
      given: 'silver is unknown and gold passes',
      checks: [
        result('pass', 'bronze'),
        result('unknown', 'silver'),
        result('pass', 'gold'),
      ],
      name: 'bronze',
      rank: 1,
      blockedBy: ['silver-unknown'],
    },
    {
      given: 'bronze fails under a passing silver',
      checks: [result('fail', 'bronze'), result('pass', 'silver')],
      name: undefined,
      rank: 0,
      blockedBy: ['bronze-fail'],
    },
    {
      given: 'an exempt check',
      checks: [result('exempt', 'bronze'), result('fail', 'silver')],
      name: 'bronze',
      rank: 1,
      blockedBy: ['silver-fail'],
    },
    {
      given: 'a check that only warns',
      checks: [
        result('pass', 'bronze'),
        result('warn', 'silver', { mode: 'warn' }),
      ],
      name: 'gold',
      rank: 3,
      blockedBy: [],
    },
    {
      given: 'a level whose only check does not apply',
      checks: [
        result('pass', 'bronze'),
        result('not-applicable', 'silver'),
        result('fail', 'gold'),
      ],
      name: 'silver',
      rank: 2,
      blockedBy: ['gold-fail'],
    },
    {
      given: 'nothing that applies',
      checks: [result('not-applicable', 'bronze')],
      name: undefined,
      rank: 0,
      blockedBy: [],
    },
    {
      given: 'a failing check outside of the ladder',
      checks: [result('pass', 'bronze'), result('fail')],
      name: 'gold',
      rank: 3,
      blockedBy: [],
    },
  ])('$given: $name', ({ checks, name, rank, blockedBy }) => {
    const level = levelOf({ levels: ladder }, checks);

    expect(level.name).toBe(name);
    expect(level).toMatchObject({ rank, blockedBy, ladder });
  });
});

it('coverage counts known results among applicable ones', () => {
  const statuses: CheckStatus[] = [
    'pass',
    'warn',
    'fail',
    'exempt',
    'unknown',
    'not-applicable',
  ];

  const coverage = coverageOf(statuses.map(status => result(status)));

  expect(coverage).toEqual({ known: 4, applicable: 5 });
});

describe('burdenOf', () => {
  it.each<{ given: CheckStatus[]; gives: string; because: string }>([
    {
      given: ['not-applicable'],
      gives: 'no-checks',
      because: 'No check of this burden applies.',
    },
    {
      given: ['pass', 'warn', 'fail', 'unknown', 'unknown', 'unknown'],
      gives: 'needs-work',
      because: '1 of 6 checks fails, first: no level fail.',
    },
    {
      given: ['pass', 'warn', 'exempt'],
      gives: 'watch',
      because: '1 of 3 checks warns, first: no level warn.',
    },
    {
      given: ['pass', 'exempt'],
      gives: 'exempt',
      because:
        '1 of 2 checks is exempt and none fails, first: no level exempt.',
    },
    {
      given: ['pass', 'unknown', 'unknown'],
      gives: 'unknown',
      because: 'Only 1 of 3 checks are known; unknown first: no level unknown.',
    },
    {
      given: ['pass', 'unknown'],
      gives: 'good',
      because: '1 of 2 checks pass, the others are unknown.',
    },
    { given: ['pass'], gives: 'good', because: 'Its only check passes.' },
  ])('$given is $gives', ({ given, gives, because }) => {
    const checks = given.map(status => result(status));

    const burden = burdenOf('reliability', [scorecard(checks)]);

    expect(burden).toMatchObject({ status: gives, because });
  });

  it('is decided by the failing check of the lowest level, with the fact that failed it', () => {
    const clause = { text: '', operands: [] };
    const checks = [
      result('fail', 'gold'),
      result('fail', 'bronze', {
        facts: ['reliability.incidents', 'reliability.change_fail_rate'],
        clauses: [
          { ...clause, outcome: 'true', facts: ['reliability.incidents'] },
          {
            ...clause,
            outcome: 'false',
            facts: ['reliability.change_fail_rate'],
          },
        ],
      }),
    ];

    const burden = burdenOf('reliability', [
      scorecard([result('pass', 'bronze')], 'first'),
      scorecard(checks, 'second'),
    ]);

    expect(burden.decidedBy).toEqual({
      check: 'bronze-fail',
      scorecard: 'second',
      fact: 'reliability.change_fail_rate',
    });
    expect(burden).toMatchObject({ notPassing: 2 });
  });

  it('looks at checks of its own burden only', () => {
    const checks = [result('fail', 'gold', { burden: 'security' })];

    const burden = burdenOf('pipeline', [scorecard(checks)]);

    expect(burden.status).toBe('no-checks');
  });
});
