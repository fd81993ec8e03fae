const dayMs = 24 * 60 * 60 * 1000;

/** The earliest instant told of, if it lies before the UTC day of `now`: such a day is closed and has to be told again. */
export function earliestOfClosedDays(
  told: readonly { at: number }[],
  now: number,
): number | undefined {
  const today = now - (now % dayMs);
  let earliest = today;
  for (const { at } of told) earliest = Math.min(earliest, at);
  return earliest < today ? earliest : undefined;
}
