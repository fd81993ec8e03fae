/** Pause that a Retry-After header asks for, in seconds or as a date; undefined where it asks for none. */
export function retryAfterMs(
  header: string | null,
  now: number,
): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
