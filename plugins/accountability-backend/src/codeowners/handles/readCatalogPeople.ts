import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { streamEntities } from '../../ownership';

const fields = [
  'apiVersion',
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'spec.profile.email',
];

/** Groups and Users of the catalog, with the fields that their names are read from. */
export async function readCatalogPeople(
  { catalog, auth }: { catalog: CatalogService; auth: AuthService },
  signal: AbortSignal,
): Promise<Entity[]> {
  const found: Entity[] = [];
  const filter = [{ kind: 'Group' }, { kind: 'User' }];
  const from = { catalog, auth, signal };
  for await (const entity of streamEntities(from, { filter, fields })) {
    found.push(entity);
  }
  return found;
}
