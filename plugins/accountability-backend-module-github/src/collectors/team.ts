import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** A team came, changed or went. */
export const team = defineCollector({
  event: 'team',
  schema: z.object({}),
  collect: () => ({
    ignored: 'Teams and their members are read from the catalog',
  }),
});
