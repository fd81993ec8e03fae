export { accountabilityModuleArgocd as default } from './module';
export { createArgocdSource } from './createArgocdSource';
