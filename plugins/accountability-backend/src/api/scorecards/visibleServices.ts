import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { readServiceRefs } from '../../ownership';
import { ApiContext } from '../ApiContext';
import { listVisible } from './listVisible';

/** Services of the catalog that the caller may read; undefined where the caller may read everything. */
export function visibleServices(
  context: Pick<ApiContext, 'catalog' | 'database' | 'permissions'>,
  credentials: BackstageCredentials,
): Promise<string[] | undefined> {
  return listVisible(context, credentials, () =>
    readServiceRefs(context.database),
  );
}
