/**
 * How long a bookmark is held without a sign of life; every page renews it.
 * Longer than the slowest page: tries, waits and all. Milliseconds.
 */
export const LEASE_MS = 10 * 60_000;
