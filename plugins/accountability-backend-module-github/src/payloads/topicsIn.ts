import { topicsOf } from 'backstage-plugin-accountability-node';

/** Keys of issues in the title and the branch of a request. A login may look like one: `ada-99/refunds`. */
export function topicsIn(
  texts: readonly (string | null | undefined)[],
  logins: readonly (string | undefined)[],
): string[] | undefined {
  const people = new Set(logins.map(login => login?.toUpperCase()));
  const topics = topicsOf(texts)?.filter(topic => !people.has(topic));
  return topics?.length ? topics : undefined;
}
