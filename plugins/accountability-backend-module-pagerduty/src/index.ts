export { accountabilityModulePagerduty as default } from './module';
export { createPagerdutySource } from './createPagerdutySource';
