import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** GitHub asks whether anybody listens. */
export const ping = defineCollector({
  event: 'ping',
  schema: z.object({}),
  collect: () => ({ ignored: 'GitHub tests the webhook' }),
});
