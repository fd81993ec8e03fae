import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** A service can be reached. */
export const servicePublished = defineCollector({
  event: 'service.published',
  schema: z.object({}),
  collect: () => ({
    ignored:
      'It names no artifact; service.deployed, upgraded and rolledback tell of the deployment',
  }),
});
