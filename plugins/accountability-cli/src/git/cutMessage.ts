const GAP = '\n…\n';

/** A message no longer than `most`, cut in its middle: the subject is its beginning, the trailers its end. */
export function cutMessage(message: string, most: number): string {
  if (message.length <= most) return message;
  const half = Math.floor((most - GAP.length) / 2);
  const cut = `${message.slice(0, half)}${GAP}${message.slice(-half)}`;
  // Halves of characters are left where it is cut.
  return cut.replace(/\p{Cs}/gu, '');
}
