/** Two-sided 95 % quantile of the normal distribution. */
const z = 1.959963984540054;

/** The mean of one sample less that of another, with its 95 % interval. */
export interface MeanDifference {
  one: number;
  other: number;
  difference: number;
  low: number;
  high: number;
}

/**
 * Compares the means of two samples of two values or more that need not vary
 * alike: Welch's interval (1947), with degrees of freedom by Satterthwaite.
 * Which sums first does not matter where the values are whole numbers.
 */
export function meanDifference(
  one: readonly number[],
  other: readonly number[],
): MeanDifference {
  const [a, b] = [momentsOf(one), momentsOf(other)];
  const difference = a.mean - b.mean;
  const error = a.error + b.error;
  // Of values that are all alike nothing is uncertain.
  const reach =
    error === 0
      ? 0
      : Math.sqrt(error) *
        quantileOfT(
          error ** 2 /
            (a.error ** 2 / (one.length - 1) +
              b.error ** 2 / (other.length - 1)),
        );
  return {
    one: a.mean,
    other: b.mean,
    difference,
    low: difference - reach,
    high: difference + reach,
  };
}

/** The mean, and the square of its standard error. */
function momentsOf(values: readonly number[]) {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: squares / (count - 1) / count };
}

/** Two-sided 95 % quantile of Student's t by its expansion about the normal one (Abramowitz and Stegun 26.7.5): off by less than 1e-6 from 29 degrees of freedom on. */
function quantileOfT(freedom: number): number {
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) /
      92160,
  ];
  return terms.reduce(
    (sum, term, place) => sum + term / freedom ** (place + 1),
    z,
  );
}
