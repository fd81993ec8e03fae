import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { readGroupTree, readServiceRefsOfGroups } from '../ownership';
import { ApiContext } from './ApiContext';

const CHUNK = 500;

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
  const [decision] = await context.permissions.authorizeConditional(
    [{ permission: catalogEntityReadPermission }],
    { credentials },
  );
  if (decision.result === AuthorizeResult.ALLOW) return undefined;
  if (decision.result === AuthorizeResult.DENY) return [];
  const groups = await readGroupTree(context.database, { groupRef });
  const refs = await readServiceRefsOfGroups(context.database, {
    groupRefs: groups.map(group => group.groupRef),
  });
  const visible: string[] = [];
  for (let start = 0; start < refs.length; start += CHUNK) {
    const entityRefs = refs.slice(start, start + CHUNK);
    const { items } = await context.catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind'] },
      { credentials },
    );
    visible.push(...entityRefs.filter((_, index) => items[index]));
  }
  return visible;
}
