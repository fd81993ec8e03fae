import { createPollerModule } from 'backstage-plugin-accountability-node';
import { createPagerdutyPoller } from './createPagerdutyPoller';

/** Adds the poller of PagerDuty. Without a block `poll` it stays off. */
export const accountabilityModulePagerdutyPoller = createPollerModule({
  moduleId: 'pagerduty-poller',
  create: createPagerdutyPoller,
});
