/**
 * Percentile with linear interpolation (type 7, PERCENTILE_CONT of SQL), `p`
 * from 0 to 1; undefined for no values. Systems differ in this, so it is one.
 */
export function percentile(
  values: readonly number[],
  p: number,
): number | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const above = Math.ceil(place);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
}
