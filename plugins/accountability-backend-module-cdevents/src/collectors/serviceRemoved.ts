import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** An instance of a service runs no longer. */
export const serviceRemoved = defineCollector({
  event: 'service.removed',
  schema: z.object({}),
  collect: () => ({ ignored: 'A removal deploys nothing' }),
});
