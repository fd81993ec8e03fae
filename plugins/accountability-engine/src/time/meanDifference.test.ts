import fc from 'fast-check';
import { meanDifference } from './meanDifference';

const valuesOf = (count: number, valueAt: (place: number) => number) =>
  Array.from({ length: count }, (_, place) => valueAt(place));
const sample = fc.array(fc.integer({ min: 0, max: 100_000 }), {
  minLength: 30,
  maxLength: 80,
});

describe('the difference of two means', () => {
  // By ttest_ind(equal_var=False).confidence_interval(0.95) of SciPy 1.17.
  it.each([
    {
      given: 'samples that vary alike',
      one: valuesOf(30, i => (i * 37) % 101),
      other: valuesOf(45, i => ((i * 53) % 89) + ((i * i) % 7)),
      gives: [3.7333333, -9.640752, 17.1074187],
    },
    {
      given: 'one that varies much more',
      one: valuesOf(30, i => i),
      other: valuesOf(30, i => 1000 * (i % 2)),
      gives: [-485.5, -675.418314, -295.581686],
    },
    {
      given: 'one whose values are all alike',
      one: valuesOf(30, i => 10 * i * i),
      other: valuesOf(60, () => 7),
      gives: [2844.6666667, 1858.0909542, 3831.2423792],
    },
    {
      given: 'two whose values are all alike',
      one: valuesOf(30, () => 9),
      other: valuesOf(30, () => 7),
      gives: [2, 2, 2],
    },
  ])('of $given has its interval', ({ one, other, gives }) => {
    const { difference, low, high } = meanDifference(one, other);

    expect(difference).toBeCloseTo(gives[0], 3);
    expect(low).toBeCloseTo(gives[1], 3);
    expect(high).toBeCloseTo(gives[2], 3);
  });

  it('turns with its sides and hangs on no order', () => {
    fc.assert(
      fc.property(sample, sample, (one, other) => {
        const { difference, low, high } = meanDifference(one, other);
        const turned = meanDifference(other, [...one].reverse());

        expect(low).toBeLessThanOrEqual(difference);
        expect(high).toBeGreaterThanOrEqual(difference);
        expect(turned.difference).toBe(-difference);
        expect(turned.low).toBeCloseTo(-high, 6);
      }),
    );
  });
});
