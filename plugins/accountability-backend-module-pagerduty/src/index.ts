import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { accountabilityModulePagerduty } from './module';
import { accountabilityModulePagerdutyPoller } from './pollers/module';

export { createPagerdutySource } from './createPagerdutySource';
export { createPagerdutyPoller } from './pollers/createPagerdutyPoller';

/** PagerDuty as a source, and its poller beside it. */
export default createBackendFeatureLoader({
  loader: () => [
    accountabilityModulePagerduty,
    accountabilityModulePagerdutyPoller,
  ],
});
