import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { deploymentBase } from '../payloads/deploymentBase';
import { deploymentPayload } from '../payloads/deploymentPayload';

/** A deployment was asked for. */
export const deployment = defineCollector({
  event: 'deployment',
  schema: z.object(deploymentPayload),
  collect: payload => ({
    events: [
      {
        ...deploymentBase(payload),
        kind: 'deployment',
        state: 'pending',
        at: payload.deployment.created_at,
      },
    ],
  }),
});
