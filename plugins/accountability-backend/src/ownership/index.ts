export { CatalogSync } from './CatalogSync';
export { readServices } from './readServices';
export type { ServiceFile } from './ServiceFile';
export { writeOwnerChanges } from './writeOwnerChanges';
