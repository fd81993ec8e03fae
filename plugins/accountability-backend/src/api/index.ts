export { createApiRouter } from './createApiRouter';
export type { ApiContext, PastReader } from './ApiContext';
