/**
 * The value of an attribute that travels as a header: outside of printable
 * ASCII it is percent-encoded UTF-8, and it may be quoted. What is not
 * encoded right stays as it came.
 */
export function decodeHeader(value: string): string {
  const quoted = /^"(.*)"$/.exec(value);
  const text = quoted ? quoted[1].replace(/\\(.)/g, '$1') : value;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
