import fc from 'fast-check';
import { differenceInterval } from './differenceInterval';

const share = fc
  .tuple(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 1 }))
  .filter(([, part]) => !Number.isNaN(part))
  .map(([sample, part]) => ({ hits: Math.round(part * sample), sample }));

describe('the interval of a difference of two shares', () => {
  // Newcombe 1998, Statistics in Medicine 17: 873-890, table II, method 10.
  it.each([
    { one: [56, 70], other: [48, 80], low: 0.0524, high: 0.3339 },
    { one: [9, 10], other: [3, 10], low: 0.1705, high: 0.809 },
    { one: [6, 7], other: [2, 7], low: 0.0582, high: 0.8062 },
    { one: [5, 56], other: [0, 29], low: -0.0381, high: 0.1926 },
    { one: [0, 10], other: [0, 20], low: -0.1611, high: 0.2775 },
    { one: [0, 10], other: [0, 10], low: -0.2775, high: 0.2775 },
    { one: [10, 10], other: [0, 20], low: 0.6791, high: 1 },
    { one: [10, 10], other: [0, 10], low: 0.6075, high: 1 },
  ])('is $low to $high for $one less $other', given => {
    const [one, other] = [given.one, given.other].map(([hits, sample]) => ({
      hits,
      sample,
    }));

    const { low, high } = differenceInterval(one, other);

    expect(low).toBeCloseTo(given.low, 4);
    expect(high).toBeCloseTo(given.high, 4);
  });

  it('holds the difference, turns with its sides and stays within -1 to 1', () => {
    fc.assert(
      fc.property(share, share, (one, other) => {
        const { low, high } = differenceInterval(one, other);
        const turned = differenceInterval(other, one);
        const difference = one.hits / one.sample - other.hits / other.sample;

        expect(low).toBeLessThanOrEqual(difference + 1e-12);
        expect(high).toBeGreaterThanOrEqual(difference - 1e-12);
        expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(high).toBeLessThanOrEqual(1 + 1e-12);
        expect(turned.low).toBeCloseTo(-high, 12);
      }),
    );
  });
});
