export { accountabilityModuleMapping as default } from './module';
export { createMappedSource } from './createMappedSource';
export type { MappedSource } from './createMappedSource';
export { readMapping } from './readMapping';
export type { SavedDelivery } from './readMapping';
