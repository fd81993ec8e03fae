import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ApiContext } from '../ApiContext';
import { findReadable } from '../findReadable';

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
  const [decision] = await context.permissions.authorizeConditional(
    [{ permission: catalogEntityReadPermission }],
    { credentials },
  );
  if (decision.result === AuthorizeResult.ALLOW) return undefined;
  if (decision.result === AuthorizeResult.DENY) return [];
  const readable = await findReadable(context, await readRefs(), credentials);
  return [...readable].sort();
}
