import fc from 'fast-check';
import { HOUR } from './durations';
import { distributionOf } from './distributionOf';
import { quantileInterval } from './quantileInterval';
import { startOfWeek } from './startOfWeek';

describe('distributionOf', () => {
  it('counts by the ranges of the answer scale, lower bounds inclusive', () => {
    const hour = 3600;
    const spans = [
      0,
      hour - 1,
      hour,
      24 * hour,
      7 * 24 * hour,
      200 * 24 * hour,
    ];

    const distribution = distributionOf(spans);

    expect(distribution?.bins).toEqual([
      { from: 0, to: 3600, count: 2 },
      { from: 3600, to: 86400, count: 1 },
      { from: 86400, to: 604800, count: 1 },
      { from: 604800, to: 2592000, count: 1 },
      { from: 2592000, to: 15552000, count: 0 },
      { from: 15552000, count: 1 },
    ]);
  });

  it('has quantiles by linear interpolation', () => {
    expect(distributionOf([4, 1, 3, 2, 5], [3])).toEqual({
      count: 5,
      min: 1,
      p25: 2,
      p50: 3,
      p75: 4,
      p90: 4.6,
      p95: 4.8,
      max: 5,
      bins: [
        { from: 0, to: 3, count: 2 },
        { from: 3, count: 3 },
      ],
    });
  });

  it('is none for no values', () => {
    expect(distributionOf([])).toBeUndefined();
  });

  it('loses no value, in any order', () => {
    const spans = fc.array(fc.nat(3e7), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(spans, values => {
        const distribution = distributionOf(values);

        const binned = distribution?.bins.reduce((n, bin) => n + bin.count, 0);
        expect(binned).toBe(values.length);
        expect(distributionOf([...values].reverse())).toEqual(distribution);
      }),
    );
  });
});

describe('quantileInterval', () => {
  const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

  it.each([
    { n: 0, p: 0.5, gives: {} },
    { n: 5, p: 0.5, gives: {} },
    { n: 6, p: 0.5, gives: { low: 1, high: 6 } },
    { n: 10, p: 0.5, gives: { low: 2, high: 9 } },
    { n: 100, p: 0.5, gives: { low: 40, high: 61 } },
    { n: 71, p: 0.95, gives: { low: 63 } },
    { n: 72, p: 0.95, gives: { low: 64, high: 72 } },
  ])('of $n values at $p is $gives', ({ n, p, gives }) => {
    expect(quantileInterval(upTo(n), p)).toEqual(gives);
  });

  it('stands for thousands of values', () => {
    const { low, high } = quantileInterval(upTo(5000), 0.95);

    expect(low).toBeGreaterThan(4700);
    expect(high).toBeLessThan(4800);
  });
});

describe('startOfWeek', () => {
  it.each([
    ['a Monday at midnight', '2026-11-23T00:00:00Z', '2026-11-23T00:00:00Z'],
    ['a Monday at noon', '2026-11-23T12:00:00Z', '2026-11-23T00:00:00Z'],
    ['a Sunday evening', '2026-11-29T23:59:59Z', '2026-11-23T00:00:00Z'],
    ['a day before the epoch', '1969-12-31T00:00:00Z', '1969-12-29T00:00:00Z'],
  ])('of %s is the Monday before it', (_, given, gives) => {
    expect(startOfWeek(Date.parse(given))).toBe(Date.parse(gives));
  });

  it.each([
    ['Europe/Berlin', '2026-11-01T23:30:00Z', '2026-11-01T23:00:00Z'],
    ['Pacific/Chatham', '2026-11-22T12:00:00Z', '2026-11-22T10:15:00Z'],
    ['America/New_York', '2026-11-23T04:59:59Z', '2026-11-16T05:00:00Z'],
  ])('of %s is Monday by its clock', (zone, given, gives) => {
    expect(startOfWeek(Date.parse(given), zone)).toBe(Date.parse(gives));
  });

  it.each([
    { zone: undefined, hours: 168 },
    { zone: 'Europe/Berlin', hours: 169 },
  ])('has $hours hours in $zone where clocks go back', ({ zone, hours }) => {
    const before = startOfWeek(Date.parse('2026-10-25T12:00:00Z'), zone);
    const after = startOfWeek(Date.parse('2026-10-26T12:00:00Z'), zone);

    expect(after - before).toBe(hours * HOUR);
  });
});
