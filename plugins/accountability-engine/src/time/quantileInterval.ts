const tail = 0.025;

/**
 * 95 % interval of a quantile from order statistics, which asks nothing of how
 * the values spread: the narrowest pair that leaves at most 2.5 % on either
 * side. A bound is absent where there are too few values to have one: a median
 * needs 6, a 95th percentile 72 for its upper bound.
 */
export function quantileInterval(
  values: readonly number[],
  p: number,
): { low?: number; high?: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  const atMost = cumulativeBinomial(n, p);
  // So many values lie below the quantile with a chance of at most 2.5 %, or all but that.
  const below = atMost.findLastIndex(chance => chance <= tail);
  const above = atMost.findIndex(chance => chance >= 1 - tail);
  const low = sorted.at(below);
  const high = above < n ? sorted.at(above) : undefined;
  return {
    ...(below >= 0 && low !== undefined && { low }),
    ...(above >= 0 && high !== undefined && { high }),
  };
}

/** Chances of at most 0, 1, … n hits in n trials; logarithms, since their products vanish for large n. */
function cumulativeBinomial(n: number, p: number): number[] {
  const sums: number[] = [];
  let log = n * Math.log(1 - p);
  let sum = 0;
  for (let hits = 0; hits <= n; hits++) {
    sum += Math.exp(log);
    sums.push(sum);
    log += Math.log((n - hits) / (hits + 1)) + Math.log(p / (1 - p));
  }
  return sums;
}
