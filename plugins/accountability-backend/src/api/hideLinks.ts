import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Attribution } from 'backstage-plugin-accountability-common';
import { ApiContext } from './ApiContext';
import { findReadable } from './findReadable';
import { hideUnreadable, servicesNamed } from './incidents/hideUnreadable';

/** Links of a service that the caller may read, without anything of others that the caller may not. Asks only where others are named. */
export async function hideLinks(
  context: Pick<ApiContext, 'catalog'>,
  links: readonly Attribution[],
  credentials: BackstageCredentials,
): Promise<Attribution[]> {
  const named = links.flatMap(servicesNamed);
  if (named.length === 0) return [...links];
  const readable = await findReadable(context, named, credentials);
  return links.map(link => hideUnreadable(link, readable));
}
