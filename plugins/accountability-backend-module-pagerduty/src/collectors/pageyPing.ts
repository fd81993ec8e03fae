import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** PagerDuty tests the subscription. */
export const pageyPing = defineCollector({
  event: 'pagey.ping',
  schema: z.object({}),
  collect: () => ({ ignored: 'PagerDuty tests the subscription' }),
});
