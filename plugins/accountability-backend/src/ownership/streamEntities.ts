import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';

const pageSize = 500;

/**
 * Goes through the entities of the catalog that a filter lets in, with the
 * plugin's own credentials, page by page. Throws where the catalog cannot be
 * read or the signal says to stop.
 */
export async function* streamEntities(
  from: { catalog: CatalogService; auth: AuthService; signal?: AbortSignal },
  asked: { filter: Record<string, string | string[]>[]; fields: string[] },
): AsyncGenerator<Entity> {
  const pages = from.catalog.streamEntities(
    { ...asked, pageSize },
    { credentials: await from.auth.getOwnServiceCredentials() },
  );
  for await (const page of pages) {
    from.signal?.throwIfAborted();
    yield* page;
  }
}
