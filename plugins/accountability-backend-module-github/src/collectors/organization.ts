import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** An organization or its members changed. */
export const organization = defineCollector({
  event: 'organization',
  schema: z.object({}),
  collect: () => ({
    ignored: 'Teams and their members are read from the catalog',
  }),
});
