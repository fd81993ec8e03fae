import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** A change was reviewed. */
export const changeReviewed = defineCollector({
  event: 'change.reviewed',
  schema: z.object({}),
  collect: () => ({
    ignored: 'CDEvents tells of a review, and not of its verdict',
  }),
});
