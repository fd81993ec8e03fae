/** The text of a body, or undefined where it is longer than allowed; the rest is not read then. */
export async function readCapped(
  response: Response,
  mostBytes: number,
): Promise<string | undefined> {
  if (!response.body) return '';
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body) {
    bytes += part.byteLength;
    // Leaving the loop ends the stream and with it the connection.
    if (bytes > mostBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
