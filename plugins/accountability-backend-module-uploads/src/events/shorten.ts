/** A text from outside as a record takes it: without what no database holds, and cut. Undefined for an empty one. */
export function shorten(
  text: string | null | undefined,
  max: number,
): string | undefined {
  const kept = text
    ?.slice(0, max)
    .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim();
  return kept || undefined;
}
