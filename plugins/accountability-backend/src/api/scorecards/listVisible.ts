import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ApiContext } from '../ApiContext';
import { sightOf } from '../sightOf';

/**
 * Those of some entities that the caller may read in the catalog, sorted;
 * undefined where the caller may read everything, so that nobody need be asked
 * about each.
 */
export async function listVisible(
  context: Pick<ApiContext, 'catalog' | 'permissions'>,
  credentials: BackstageCredentials,
  readRefs: () => Promise<readonly string[]>,
): Promise<string[] | undefined> {
  const sight = await sightOf(context, credentials);
  if (sight.all) return undefined;
  if (sight.none) return [];
  return [...(await sight.among(await readRefs()))].sort();
}
