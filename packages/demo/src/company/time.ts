/** Milliseconds in a minute. */
export const minute = 60_000;

/** Milliseconds in an hour. */
export const hour = 60 * minute;

/** Milliseconds in a day. */
export const day = 24 * hour;

/** Whole seconds, because GitHub and PagerDuty send no finer. */
export function iso(at: number): string {
  return `${new Date(Math.floor(at / 1000) * 1000)
    .toISOString()
    .slice(0, 19)}Z`;
}
