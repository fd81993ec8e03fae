import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** A suite of tests runs. */
export const testsuiterun = defineCollector({
  event: 'testsuiterun.*',
  schema: z.object({}),
  collect: () => ({
    ignored:
      'It says no number of tests; upload the report of the test runner for that',
  }),
});
