export { accountabilityModuleCdevents as default } from './module';
export { createCdeventsSource } from './createCdeventsSource';
