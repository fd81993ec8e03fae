/**
 * A text cut to a length and on one line; undefined where nothing is left.
 * Halves of surrogate pairs are left where it is cut, and no database takes
 * them.
 */
export function cutText(text: string, max: number): string | undefined {
  return (
    text
      .slice(0, max)
      .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
      .trim() || undefined
  );
}
