import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** A single test runs. */
export const testcaserun = defineCollector({
  event: 'testcaserun.*',
  schema: z.object({}),
  collect: () => ({
    ignored:
      'Single tests are not recorded; upload the report of the test runner for their numbers',
  }),
});
