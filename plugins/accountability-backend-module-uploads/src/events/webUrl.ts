/** A link as a record takes it; undefined for what is none, since a link is never worth an upload. */
export function webUrl(given: string | undefined): string | undefined {
  return given &&
    given.length <= 2000 &&
    /^https?:\/\//.test(given) &&
    URL.canParse(given)
    ? given
    : undefined;
}
