import { names, Single, Spread, Told } from './deliveryPast';

const hour = 3600;
const day = 24 * hour;

/** Ranges of DORA's answer scale, in seconds. */
const ranges: [number, number][] = [
  [0, hour],
  [hour, day],
  [day, 7 * day],
  [7 * day, 30 * day],
  [30 * day, 180 * day],
  [180 * day, Infinity],
];

/**
 * Quantile of type 7: the smallest value is that of 0, the largest that of 1,
 * the others stand evenly between, and between two of them lies a straight line.
 */
function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 1) return sorted[0];
  const step = 1 / (sorted.length - 1);
  for (let i = 0; i + 1 < sorted.length; i++) {
    const along = (p - i * step) / step;
    if (along >= 0 && along <= 1 + 1e-9) {
      return sorted[i] * (1 - along) + sorted[i + 1] * along;
    }
  }
  return NaN;
}

/** The value in the middle, or halfway between the two that are. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? sorted[Math.floor(middle)]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

function spreadOf(values: readonly number[]): Spread {
  return {
    count: values.length,
    min: Math.min(...values),
    p25: quantile(values, 0.25),
    p50: median(values),
    p75: quantile(values, 0.75),
    p90: quantile(values, 0.9),
    p95: quantile(values, 0.95),
    max: Math.max(...values),
    bins: ranges.map(([from, to]) => ({
      from,
      ...(to < Infinity && { to }),
      count: values.filter(value => from <= value && value < to).length,
    })),
  };
}

/** A median of single values in seconds, which there has to be at least one of. */
export function medianOf(
  singles: readonly Single[],
  evidence: readonly string[],
): Told {
  const values = singles.map(({ value }) => value);
  return {
    value: median(values),
    sampleSize: values.length,
    evidence: names(evidence),
    distribution: spreadOf(values),
    singles: [...singles].sort((a, b) => (a.record < b.record ? -1 : 1)),
  };
}

/**
 * Wilson's 95 % interval: the shares from which what was seen lies at most 1.96
 * standard errors, found by halving.
 */
export function wilson(
  hits: number,
  of: number,
): { low: number; high: number } {
  const seen = hits / of;
  const isFar = (share: number) =>
    (seen - share) ** 2 > (1.959963984540054 ** 2 * share * (1 - share)) / of;
  const edge = (outside: number) => {
    let [far, near] = [outside, seen];
    for (let i = 0; i < 60; i++) {
      const middle = (far + near) / 2;
      if (isFar(middle)) far = middle;
      else near = middle;
    }
    return near;
  };
  return {
    low: hits === 0 ? 0 : edge(0),
    high: hits === of ? 1 : edge(1),
  };
}
