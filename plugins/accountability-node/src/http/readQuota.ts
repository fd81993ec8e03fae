/** How much of a quota is left, and when it is whole again. */
export interface Quota {
  limit: number;
  remaining: number;
  /** Epoch milliseconds. */
  resetAt: number;
}

/** Families of names for the same three headers: GitHub's, and those of GitLab and PagerDuty. */
const families = ['x-ratelimit', 'ratelimit'];

/** Windows are an hour at most; a later instant is no reset but a mistake. */
const LONGEST_WINDOW_MS = 24 * 60 * 60 * 1000;

/** Where a sender names no reset, its window is taken for a minute. */
const SHORTEST_WINDOW_MS = 60_000;

/** Epoch seconds are above this until the year 33658, seconds left in a window below. */
const LEAST_EPOCH_SECONDS = 1e9;

/** The quota that an answer's headers tell of; undefined where they tell of none. */
export function readQuota(headers: Headers, now: number): Quota | undefined {
  for (const family of families) {
    const limit = numberIn(headers, `${family}-limit`);
    const remaining = numberIn(headers, `${family}-remaining`);
    if (remaining !== undefined) {
      return {
        limit: limit ?? 0,
        remaining,
        resetAt: resetAt(numberIn(headers, `${family}-reset`), now),
      };
    }
  }
  return undefined;
}

/** GitHub and GitLab name the epoch second of the reset, PagerDuty the seconds until then. */
function resetAt(reset: number | undefined, now: number): number {
  if (reset === undefined) return now + SHORTEST_WINDOW_MS;
  const at = reset >= LEAST_EPOCH_SECONDS ? reset * 1000 : now + reset * 1000;
  return Math.min(Math.max(at, now), now + LONGEST_WINDOW_MS);
}

/** Some senders add the window to the number: `100, 100;w=60`. */
function numberIn(headers: Headers, name: string): number | undefined {
  const found = /^\s*(\d+)/.exec(headers.get(name) ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}
