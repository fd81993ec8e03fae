import { setTimeout as wait } from 'node:timers/promises';

/** Time as a client of the network needs it; handed in, so that tests wait for nothing. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Resolves after so long, or at once when the signal ends it. Never rejects. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** A signal that ends after so long. */
  timeout(ms: number): AbortSignal;
}

/** The clock of this machine. */
export const systemClock: Clock = {
  now: Date.now,
  sleep: async (ms, signal) => {
    try {
      await wait(ms, undefined, { signal });
    } catch {
      // The caller sees the end of its signal.
    }
  },
  timeout: ms => AbortSignal.timeout(ms),
};
