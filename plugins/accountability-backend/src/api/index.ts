export { createApiRouter } from './createApiRouter';
export { readJson } from './readJson';
export type { ApiContext, PastReader } from './ApiContext';
