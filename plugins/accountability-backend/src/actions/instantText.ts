/** An instant as ISO 8601 in UTC, of epoch milliseconds. */
export function instantText(at: number): string {
  return new Date(at).toISOString();
}

/** Like `instantText`; undefined stays undefined. */
export function optionalInstantText(at: number | undefined) {
  return at === undefined ? undefined : instantText(at);
}
