import { DAY, WEEK } from '../time';
import {
  candidateOf,
  now,
  reportOf,
  serviceOf,
} from './__testUtils__/candidates';
import { backtestWeeks } from './backtestWeeks';

const rate = 'reliability.change_fail_rate';
const low = `expression: ${rate} <= 0.15`;
const scanner = 'expression: security.scanner == "trivy"';
const recent = 'expression: "now - security.last_scan < duration(\\"168h\\")"';

describe('the past of a candidate', () => {
  const weeks = backtestWeeks(now, 90);
  const each = (kept: (week: number) => Record<string, number | string>) =>
    weeks.map((_, week) => kept(week));

  it('is of the Mondays of the days, oldest first', () => {
    const { checks } = reportOf(candidateOf({ low }), [], { days: 14 });

    expect(checks[0].past.map(({ week }) => week)).toEqual([
      '2026-11-16',
      '2026-11-23',
    ]);
    expect(backtestWeeks(Date.UTC(2026, 10, 23), 7)).toEqual([
      Date.UTC(2026, 10, 16),
      Date.UTC(2026, 10, 23),
    ]);
    expect(weeks).toHaveLength(13);
  });

  it('counts fails among what is known, and what is unknown beside it', () => {
    const services = [
      serviceOf('a', {
        past: each(week => ({ [rate]: week < 6 ? 0.3 : 0.1 })),
      }),
      serviceOf('b', { past: each(() => ({ [rate]: 0.1 })) }),
      serviceOf('c', { past: each(() => ({ [rate]: 'stale' })) }),
      serviceOf('d'),
      serviceOf('e', { past: each(() => ({ [rate]: 0.9 })), type: 'library' }),
    ];

    const { checks } = reportOf(
      candidateOf({ low }, { head: '  match: { spec.type: service }' }),
      services,
    );

    const { past } = checks[0];
    expect(past[5]).toEqual({
      week: '2026-10-05',
      fail: 1,
      known: 2,
      unknown: 2,
    });
    expect(past[6]).toEqual({
      week: '2026-10-12',
      fail: 0,
      known: 2,
      unknown: 2,
    });
  });

  it.each([
    {
      given: 'booleans, kept as 0 and 1',
      expression: 'expression: ownership.owner_resolves',
      kept: { 'ownership.owner_resolves': 0 },
      gives: { fail: 1, known: 1, unknown: 0 },
    },
    {
      given: 'words, of which nothing is kept',
      expression: scanner,
      kept: { 'security.scanner': 0 },
      gives: { fail: 0, known: 0, unknown: 1 },
    },
    {
      given: 'the clock, which shows the instant of then',
      expression: recent,
      kept: { 'security.last_scan': weeks[4] - 6 * DAY },
      gives: { fail: 0, known: 1, unknown: 0 },
    },
    {
      given: 'the clock, a day more',
      expression: recent,
      kept: { 'security.last_scan': weeks[4] - 8 * DAY },
      gives: { fail: 1, known: 1, unknown: 0 },
    },
  ])('reads $given', ({ expression, kept, gives }) => {
    const candidate = candidateOf({ one: expression });
    expect(candidate.diagnostics).toEqual([]);

    const { checks } = reportOf(candidate, [
      serviceOf('a', { past: each(week => (week === 4 ? kept : {})) }),
    ]);

    expect(checks[0].past[4]).toMatchObject(gives);
  });

  it('tells what it cannot say', () => {
    const candidate = candidateOf(
      {
        one: scanner,
        two: 'engine: opa, ask: { path: a/b, facts: [] }',
        three: `mode: "off", ${low}`,
      },
      { head: '  draft: true' },
    );

    const { limits, checks } = reportOf(candidate, []);

    expect(checks.map(({ check }) => check)).toEqual(['one', 'two']);
    const told = limits.join(' ');
    for (const words of [
      'those of today',
      'Exemptions',
      'security.scanner is unknown in the past',
      'draft, effectiveFrom and enforceFrom',
      'Other engines are not asked',
      'not in the report: 1',
    ]) {
      expect(told).toContain(words);
    }
    expect(reportOf(candidateOf({ low }), []).limits).toHaveLength(4);
  });

  it('compares what came after fails and passes, in stretches that are over and do not overlap', () => {
    const failing = Array.from({ length: 15 }, (_, i) =>
      serviceOf(`f${i}`, {
        past: each(() => ({ [rate]: 0.3, 'reliability.incidents': 1 })),
        // In the first stretch, at its very beginning, and at the end of the last, which is no more of it.
        incidents: i < 10 ? [weeks[0], weeks[12]] : [],
      }),
    );
    const passing = Array.from({ length: 20 }, (_, i) =>
      serviceOf(`p${i}`, {
        past: each(() => ({ [rate]: 0.1, 'reliability.incidents': 0 })),
        incidents: i < 5 ? [weeks[4] + WEEK] : [],
      }),
    );
    const unknown = Array.from({ length: 50 }, (_, i) =>
      serviceOf(`u${i}`, {
        past: each(() => ({
          [rate]: 0.3,
          'reliability.incidents': 'never-collected',
        })),
      }),
    );

    const { checks } = reportOf(candidateOf({ low }), [
      ...failing,
      ...passing,
      ...unknown,
    ]);

    const { incidents } = checks[0];
    expect(incidents).toMatchObject({
      failed: { weeks: 45, withIncident: 10 },
      passed: { weeks: 60, withIncident: 5 },
      difference: { value: 10 / 45 - 5 / 60 },
    });
    // Newcombe's method 10 of 10/45 and 5/60.
    expect(incidents.difference?.low).toBeCloseTo(0.0016, 4);
    expect(incidents.difference?.high).toBeCloseTo(0.2871, 4);
    expect(incidents.because).toBe(
      'Incidents began in 22 % of 45 stretches of 4 weeks that began with a fail, and in 8 % of 60 that began with a pass: a difference of 14 percentage points, 95 % interval 0 to 29. This is correlation and not cause; no stretch of a service overlaps another, and one service is in up to 3 of them.',
    );
  });

  it('compares nothing where there is too little on a side', () => {
    const services = Array.from({ length: 20 }, (_, i) =>
      serviceOf(`s${i}`, {
        past: each(() => ({
          [rate]: i < 9 ? 0.3 : 0.1,
          'reliability.incidents': 1,
        })),
      }),
    );

    const { incidents } = reportOf(candidateOf({ low }), services).checks[0];

    expect(incidents).toMatchObject({
      failed: { weeks: 27, withIncident: 0 },
      passed: { weeks: 33, withIncident: 0 },
    });
    expect(incidents.difference).toBeUndefined();
    expect(incidents.because).toMatch(/Too little to compare.*at least 30/);
  });
});
