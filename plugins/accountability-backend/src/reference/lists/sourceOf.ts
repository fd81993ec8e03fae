import { resolve } from 'node:path';
import { ListSettings } from './readListSettings';

/** Where a list is read from, as it may be told: the query of an address may hold a token. */
export function sourceOf({ kind, location }: ListSettings): string {
  if (kind === 'file') return resolve(location);
  const { origin, pathname } = new URL(location);
  return `${origin}${pathname}`;
}
