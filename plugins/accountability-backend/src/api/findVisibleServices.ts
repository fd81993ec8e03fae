import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { readGroupTree, readServiceRefsOfGroups } from '../ownership';
import { ApiContext } from './ApiContext';
import { sightOf } from './sightOf';

/**
 * Services of a group's tree, of today or before, that the caller may read in
 * the catalog; undefined where the caller may read everything, so that nobody
 * need be asked about each.
 */
export async function findVisibleServices(
  context: Pick<ApiContext, 'catalog' | 'database' | 'permissions'>,
  groupRef: string,
  credentials: BackstageCredentials,
): Promise<string[] | undefined> {
  const sight = await sightOf(context, credentials);
  if (sight.all) return undefined;
  if (sight.none) return [];
  const groups = await readGroupTree(context.database, { groupRef });
  const refs = await readServiceRefsOfGroups(context.database, {
    groupRefs: groups.map(group => group.groupRef),
  });
  const visible = await sight.among(refs);
  return refs.filter(ref => visible.has(ref));
}
