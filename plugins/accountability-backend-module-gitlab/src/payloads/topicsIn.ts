import { topicsOf } from 'backstage-plugin-accountability-node';
import { Account } from './accountPayload';

/** Keys of issues in the title and the branch of a request. People name branches after themselves, and a name may look like a key: `ada-99/refunds`. */
export function topicsIn(
  texts: readonly (string | null | undefined)[],
  people: readonly (Account | null | undefined)[],
): string[] | undefined {
  const names = new Set(people.map(one => one?.username?.toUpperCase()));
  const topics = topicsOf(texts)?.filter(topic => !names.has(topic));
  return topics?.length ? topics : undefined;
}
