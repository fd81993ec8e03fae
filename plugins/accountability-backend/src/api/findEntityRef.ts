import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { ApiContext } from './ApiContext';
import { EntityPath } from './endpoints';

/**
 * The ref, in lower case, of an entity that the caller may read. Throws 404
 * where there is none: a stranger cannot tell absent from hidden.
 */
export async function findEntityRef(
  context: Pick<ApiContext, 'catalog'>,
  path: EntityPath,
  credentials: BackstageCredentials,
): Promise<string> {
  const asked = stringifyEntityRef(path);
  const entity = await context.catalog.getEntityByRef(asked, { credentials });
  if (!entity) {
    throw new NotFoundError(
      `The catalog has no entity ${asked} that you may read`,
    );
  }
  return stringifyEntityRef(entity);
}
