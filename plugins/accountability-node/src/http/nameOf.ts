/** A request in a sentence: without its query, which may hold more than a log should. */
export function nameOf(url: URL): string {
  return `${url.host}${url.pathname}`;
}
