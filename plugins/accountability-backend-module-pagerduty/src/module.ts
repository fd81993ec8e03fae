import { createSourceModule } from 'backstage-plugin-accountability-node';
import { createPagerdutySource } from './createPagerdutySource';

/** Adds PagerDuty as a source. Without a secret the source stays off and the plugin starts all the same. */
export const accountabilityModulePagerduty = createSourceModule({
  moduleId: 'pagerduty',
  sources: { pagerduty: createPagerdutySource },
});
