const unseen = /[\s\p{Cc}\u2028\u2029]+/gu;

/**
 * Text of others as one line that no CI takes for a command: without control
 * characters and line breaks, and without `##[`, which GitHub reads as a
 * command wherever it stands. A line that begins with `::` is one, too, so that
 * our own words go before.
 */
export function plainLine(text: string): string {
  return text.replace(unseen, ' ').trim().replaceAll('##[', '## [');
}
