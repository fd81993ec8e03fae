import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ServiceFile, readServices } from '../ownership';
import { ApiContext } from './ApiContext';
import { EntityPath } from './endpoints';
import { findEntityRef } from './findEntityRef';
import { missingService } from './missingService';

/** The service that a path names, where the caller may read it; throws 404 otherwise. */
export async function findService(
  context: ApiContext,
  path: EntityPath,
  credentials: BackstageCredentials,
): Promise<ServiceFile> {
  const entityRef = await findEntityRef(context, path, credentials);
  const [service] = await readServices(context.database, {
    entityRefs: [entityRef],
  });
  if (!service || service.removedAt !== undefined) {
    throw missingService(context, entityRef);
  }
  return service;
}
