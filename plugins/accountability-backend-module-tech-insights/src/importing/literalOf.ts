/** A value as it is written in CEL; undefined where it is none of a rule. */
export function literalOf(value: unknown): string | undefined {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  return Number.isInteger(value) && Math.abs(value) < 1e21
    ? `${value}.0`
    : String(value);
}
