/** When a `Retry-After` header lets us ask again, in epoch milliseconds: it names seconds or a date. */
export function readRetryAfter(
  headers: Headers,
  now: number,
): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return now + Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(date, now);
}
