/** Names of a list that a notification has room for; the page has them all. */
const NAMED = 5;

/** The first names of a list, and how many more there are. */
export function nameSome(names: readonly string[]): string {
  const left = names.length - NAMED;
  return [...names.slice(0, NAMED), ...(left > 0 ? [`${left} more`] : [])].join(
    ', ',
  );
}
