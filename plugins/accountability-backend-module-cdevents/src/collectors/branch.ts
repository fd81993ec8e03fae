import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** A branch came or went. */
export const branch = defineCollector({
  event: 'branch.*',
  schema: z.object({}),
  collect: () => ({ ignored: 'Branches are not recorded' }),
});
