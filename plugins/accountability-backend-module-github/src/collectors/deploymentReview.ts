import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** An approval of a deployment was asked for, given or refused. */
export const deploymentReview = defineCollector({
  event: 'deployment_review',
  schema: z.object({}),
  collect: () => ({
    ignored:
      'It numbers jobs in another way than workflow_job, which tells what waits',
  }),
});
