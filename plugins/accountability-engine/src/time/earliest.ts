/** The earlier of two instants, where undefined means never. */
export function earliest(
  one: number | undefined,
  other: number | undefined,
): number | undefined {
  if (one === undefined) return other;
  if (other === undefined) return one;
  return Math.min(one, other);
}
