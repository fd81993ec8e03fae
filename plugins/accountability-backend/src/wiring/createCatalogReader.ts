import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { CatalogReader } from '../api';

/**
 * The catalog as routes read it: with the credentials of who calls. A machine
 * whose token is restricted to permissions cannot be handed on to another
 * plugin by Backstage. Once it holds the permission of a route here the
 * catalog is read for it as this plugin reads it: machines have no view of
 * their own there.
 */
export function createCatalogReader(services: {
  auth: AuthService;
  catalog: CatalogService;
}): CatalogReader {
  const { auth, catalog } = services;
  const readableBy = async (credentials: BackstageCredentials) => {
    const isRestricted =
      auth.isPrincipal(credentials, 'service') &&
      credentials.principal.accessRestrictions !== undefined;
    return isRestricted ? auth.getOwnServiceCredentials() : credentials;
  };
  return {
    getEntityByRef: async (ref, options) =>
      catalog.getEntityByRef(ref, {
        ...options,
        credentials: await readableBy(options.credentials),
      }),
    getEntitiesByRefs: async (request, options) =>
      catalog.getEntitiesByRefs(request, {
        ...options,
        credentials: await readableBy(options.credentials),
      }),
  };
}
