import { shareReading } from '../../ingestion';

/**
 * Gives what was read last, nothing before the first time, and reads it anew
 * meanwhile where it is older than some milliseconds: no scrape waits for it.
 * A reading that fails is tried again when the time is over.
 */
export function readBehindScrapes<T>(
  read: () => Promise<T[]>,
  options: {
    freshMs: number;
    now(): number;
    onFailed(error: unknown): void;
  },
): () => T[] {
  let last: T[] = [];
  const renew = shareReading(async () => {
    try {
      last = await read();
    } catch (error) {
      // What is older than that would be told for true.
      last = [];
      options.onFailed(error);
    }
  }, options);
  return () => {
    renew();
    return last;
  };
}
