import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** Requests wait for being merged together. */
export const mergeGroup = defineCollector({
  event: 'merge_group',
  schema: z.object({}),
  collect: () => ({
    ignored: 'The requests of the group tell when they are merged',
  }),
});
