import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** Somebody may work on a repository, or no longer. */
export const member = defineCollector({
  event: 'member',
  schema: z.object({}),
  collect: () => ({
    ignored: 'Teams and their members are read from the catalog',
  }),
});
