/** The first line that is neither empty nor a comment. */
export function firstLine(text: string): string | undefined {
  return text
    .split('\n')
    .map(line => line.replace(/#.*/, '').trim())
    .find(line => line !== '');
}
