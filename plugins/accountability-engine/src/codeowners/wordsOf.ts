/** Splits a line at its blanks; one with a backslash before it stays in its word, backslash and all. */
export function wordsOf(line: string): string[] {
  return line.match(/(?:\\.|[^\s\\]|\\$)+/gu) ?? [];
}
