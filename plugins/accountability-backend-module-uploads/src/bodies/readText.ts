/** A body as text, or why it is none. */
export type Text = { ok: true; text: string } | { ok: false; because: string };

/**
 * Reads a body as text. Byte order marks are what tools for Windows write,
 * and its shell writes UTF-16 when it redirects a tool's output.
 */
export function readText(body: Buffer): Text {
  const [first, second] = body;
  if (first === 0x1f && second === 0x8b) {
    return {
      ok: false,
      because:
        'The body is compressed; say so with the header Content-Encoding: gzip',
    };
  }
  const isWide = first === 0xff && second === 0xfe;
  const text = body
    .toString(isWide ? 'utf16le' : 'utf8')
    .replace(/^\uFEFF/, '');
  return text.trim() === ''
    ? {
        ok: false,
        because: 'The body is empty; send the file with --data-binary @<file>',
      }
    : { ok: true, text };
}
