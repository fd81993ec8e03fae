/** How long each piece of work took, and all of it together. Milliseconds. */
export interface LoadResult {
  tookMs: number;
  latencies: number[];
}

/** Does the work for every item, so many at a time. */
export async function runLoad<T>(
  items: Iterable<T>,
  concurrency: number,
  work: (item: T) => Promise<unknown>,
): Promise<LoadResult> {
  const iterator = items[Symbol.iterator]();
  const latencies: number[] = [];
  const begun = performance.now();
  const lane = async () => {
    for (let next = iterator.next(); !next.done; next = iterator.next()) {
      const at = performance.now();
      await work(next.value);
      latencies.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  return { tookMs: performance.now() - begun, latencies };
}

/** Items of a load that are done in a second. */
export function perSecond(load: LoadResult): number {
  return (load.latencies.length / load.tookMs) * 1000;
}

/** The value that this share of the values does not exceed; 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
