import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** All checks of an app over one commit. */
export const checkSuite = defineCollector({
  event: 'check_suite',
  schema: z.object({}),
  collect: () => ({
    ignored:
      'Sums up what workflow_run, workflow_job and check_run tell one by one',
  }),
});
