/** Index of the first of `sorted` whose instant is after `at`, by binary search; its length where there is none. */
export function firstAfter<T>(
  sorted: readonly T[],
  at: number,
  instantOf: (item: T) => number,
): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (instantOf(sorted[middle]) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
