import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { CatalogPeople } from './CatalogPeople';

const PAGE = 500;
const fields = [
  'apiVersion',
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'spec.parent',
  'spec.members',
  'spec.memberOf',
  'spec.profile.email',
  'relations',
];

/** Reads groups and users with the plugin's own credentials, page by page. */
export async function readCatalogPeople(
  { catalog, auth }: { catalog: CatalogService; auth: AuthService },
  signal: AbortSignal,
): Promise<CatalogPeople> {
  const groups: Entity[] = [];
  const users: Entity[] = [];
  const pages = catalog.streamEntities(
    { filter: [{ kind: 'Group' }, { kind: 'User' }], fields, pageSize: PAGE },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  for await (const page of pages) {
    signal.throwIfAborted();
    for (const entity of page) {
      (entity.kind === 'Group' ? groups : users).push(entity);
    }
  }
  return { groups, users };
}
