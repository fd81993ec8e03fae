/** A name of a table or column as both databases take it in raw SQL. */
export function quote(name: string): string {
  return `"${name}"`;
}
