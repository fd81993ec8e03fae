import {
  CheckMode,
  CheckResult,
  CheckStatus,
  Severity,
} from 'backstage-plugin-accountability-common';
import { LevelRequirement } from '../policy';
import { levelOf } from './levelOf';
import { pointsOf } from './pointsOf';

interface Given {
  status: CheckStatus;
  mode?: Exclude<CheckMode, 'off'>;
  weight?: number;
  severity?: Severity;
  burden?: CheckResult['burden'];
  level?: string;
}

const result = (given: Given, index: number): CheckResult => ({
  check: `c${index}`,
  title: `Check ${index}`,
  burden: 'reliability',
  mode: 'enforce',
  severity: 'medium',
  weight: 1,
  because: '',
  clauses: [],
  facts: [],
  ...given,
});

describe('pointsOf', () => {
  it.each<[Given[], number, number]>([
    [[], 0, 0],
    [[{ status: 'pass' }], 1, 1],
    [[{ status: 'fail' }], 0, 1],
    [[{ status: 'warn', mode: 'warn' }], 0, 1],
    [[{ status: 'pass', mode: 'warn' }], 1, 1],
    [
      [
        { status: 'pass', weight: 3 },
        { status: 'fail', weight: 0.5 },
      ],
      3,
      3.5,
    ],
    [[{ status: 'pass', weight: 0 }], 0, 0],
    // Neither earned nor possible: nothing is known, or nothing is asked.
    [[{ status: 'unknown' }], 0, 0],
    [[{ status: 'exempt' }], 0, 0],
    [[{ status: 'not-applicable' }], 0, 0],
    [
      [
        { status: 'pass', mode: 'audit' },
        { status: 'fail', mode: 'audit' },
      ],
      0,
      0,
    ],
  ])('of %j are %d of %d', (given, earned, possible) => {
    expect(pointsOf(given.map(result))).toEqual({ earned, possible });
  });
});

describe('a level that needs more than the checks that name it', () => {
  const levels = ['bronze', 'gold'];
  const gold = { level: 'gold' };

  const bronzePasses: Given = { status: 'pass', level: 'bronze' };

  it.each<{
    needs: string;
    requirement: LevelRequirement;
    given: Given[];
    rank: number;
    blockedBy: string[];
  }>([
    {
      needs: 'a burden whose check passes',
      requirement: { ...gold, burdens: ['security'] },
      given: [bronzePasses, { status: 'pass', burden: 'security' }],
      rank: 2,
      blockedBy: [],
    },
    {
      needs: 'a burden whose check fails',
      requirement: { ...gold, burdens: ['security'] },
      given: [bronzePasses, { status: 'fail', burden: 'security' }],
      rank: 1,
      blockedBy: ['c1'],
    },
    {
      needs: 'a burden whose check is unknown',
      requirement: { ...gold, burdens: ['security'] },
      given: [bronzePasses, { status: 'unknown', burden: 'security' }],
      rank: 1,
      blockedBy: ['c1'],
    },
    {
      needs: 'a burden whose check is exempt',
      requirement: { ...gold, burdens: ['security'] },
      given: [bronzePasses, { status: 'exempt', burden: 'security' }],
      rank: 2,
      blockedBy: [],
    },
    {
      needs: 'a burden whose check only warns',
      requirement: { ...gold, burdens: ['security'] },
      given: [
        bronzePasses,
        { status: 'warn', mode: 'warn', burden: 'security' },
      ],
      rank: 2,
      blockedBy: [],
    },
    {
      needs: 'a burden, and the fail is of another',
      requirement: { ...gold, burdens: ['security'] },
      given: [bronzePasses, { status: 'fail' }],
      rank: 2,
      blockedBy: [],
    },
    {
      needs: 'no high fail, and there is one',
      requirement: { ...gold, noFail: ['high', 'critical'] },
      given: [bronzePasses, { status: 'fail', severity: 'high' }],
      rank: 1,
      blockedBy: ['c1'],
    },
    {
      needs: 'no high fail, and one is unknown',
      requirement: { ...gold, noFail: ['high', 'critical'] },
      given: [bronzePasses, { status: 'unknown', severity: 'critical' }],
      rank: 1,
      blockedBy: ['c1'],
    },
    {
      needs: 'no high fail, and one is medium',
      requirement: { ...gold, noFail: ['high', 'critical'] },
      given: [bronzePasses, { status: 'fail', severity: 'medium' }],
      rank: 2,
      blockedBy: [],
    },
    {
      needs: 'no high fail, and one is only tried out',
      requirement: { ...gold, noFail: ['high'] },
      given: [
        bronzePasses,
        { status: 'fail', severity: 'high', mode: 'audit' },
      ],
      rank: 2,
      blockedBy: [],
    },
    {
      needs: 'half of the points, and just that is earned',
      requirement: { ...gold, minScore: 0.5 },
      given: [bronzePasses, { status: 'fail' }],
      rank: 2,
      blockedBy: [],
    },
    {
      needs: 'more points than are earned',
      requirement: { ...gold, minScore: 0.6 },
      given: [
        bronzePasses,
        { status: 'fail' },
        { status: 'warn', mode: 'warn' },
      ],
      rank: 1,
      blockedBy: ['c1', 'c2'],
    },
    {
      needs: 'points, and an unknown takes none away',
      requirement: { ...gold, minScore: 1 },
      given: [bronzePasses, { status: 'unknown' }],
      rank: 2,
      blockedBy: [],
    },
    {
      needs: 'points by weight',
      requirement: { ...gold, minScore: 0.75 },
      given: [{ ...bronzePasses, weight: 3 }, { status: 'fail' }],
      rank: 2,
      blockedBy: [],
    },
    {
      needs: 'points, and its own check fails too',
      requirement: { ...gold, minScore: 0.9 },
      given: [
        bronzePasses,
        { status: 'fail', level: 'gold' },
        { status: 'fail' },
      ],
      rank: 1,
      blockedBy: ['c1'],
    },
    {
      needs: 'points, and nothing is known',
      requirement: { level: 'bronze', minScore: 0.5 },
      given: [{ status: 'unknown' }],
      rank: 0,
      blockedBy: ['c0'],
    },
    {
      needs: 'everything at the lowest level, which blocks those above',
      requirement: { level: 'bronze', burdens: ['security'] },
      given: [
        bronzePasses,
        { status: 'pass', level: 'gold' },
        { status: 'fail', burden: 'security' },
      ],
      rank: 0,
      blockedBy: ['c2'],
    },
  ])('$needs', ({ requirement, given, rank, blockedBy }) => {
    const level = levelOf(
      { levels, requirements: [requirement] },
      given.map(result),
    );

    expect(level).toMatchObject({ rank, blockedBy });
    expect(level.name).toBe(['', ...levels][rank] || undefined);
  });
});
