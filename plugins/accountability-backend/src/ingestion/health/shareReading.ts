/**
 * One reading for all that ask within a time, in milliseconds, whether it
 * succeeds or not: gauges are read at each scrape, one by one.
 */
export function shareReading<T>(
  read: () => Promise<T>,
  options: { freshMs: number; now(): number },
): () => Promise<T> {
  let readAt = -Infinity;
  let reading: Promise<T> | undefined;
  return () => {
    if (!reading || options.now() - readAt > options.freshMs) {
      readAt = options.now();
      reading = read();
    }
    return reading;
  };
}
