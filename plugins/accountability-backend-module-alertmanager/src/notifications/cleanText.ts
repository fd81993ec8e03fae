/**
 * A text of outside, as one line of at most `max` characters without control
 * characters or halves of a surrogate pair; undefined where nothing is left.
 */
export function cleanText(
  given: string | undefined,
  max: number,
): string | undefined {
  const line = given?.replace(/\s+/g, ' ').trim().slice(0, max);
  return line?.replace(/[\p{Cc}\p{Cs}]/gu, '').trim() || undefined;
}
