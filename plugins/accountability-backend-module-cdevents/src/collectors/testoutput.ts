import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** A file came out of a test. */
export const testoutput = defineCollector({
  event: 'testoutput.*',
  schema: z.object({}),
  collect: () => ({ ignored: 'Output of tests is not recorded' }),
});
