import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** A change got other commits. */
export const changeUpdated = defineCollector({
  event: 'change.updated',
  schema: z.object({}),
  collect: () => ({ ignored: 'An update names no commit, and moves no state' }),
});
