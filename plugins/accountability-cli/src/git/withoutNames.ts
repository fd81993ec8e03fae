/** `Co-authored-by: Ada Lovelace <ada@acme.example>` and others of its kind. */
const trailer = /^(\s*[A-Za-z-]+-by:)[^<\n]*(<[^<>\n]*>)/gim;

/** A message without the names in its trailers; their addresses stay, by which the server knows tools. */
export function withoutNames(message: string): string {
  return message.replace(trailer, '$1 $2');
}
