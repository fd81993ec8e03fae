import { Entity } from '@backstage/catalog-model';

/** Groups and users of the catalog, with the fields that names and memberships are read from. */
export interface CatalogPeople {
  groups: readonly Entity[];
  users: readonly Entity[];
}
