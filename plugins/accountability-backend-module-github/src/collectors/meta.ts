import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** The webhook itself was deleted. */
export const meta = defineCollector({
  event: 'meta',
  schema: z.object({}),
  collect: () => ({ ignored: 'It is about the webhook, and no service' }),
});
