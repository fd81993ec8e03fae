import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** Somebody joined or left a team. */
export const membership = defineCollector({
  event: 'membership',
  schema: z.object({}),
  collect: () => ({
    ignored: 'Teams and their members are read from the catalog',
  }),
});
