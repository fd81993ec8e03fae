import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** A tag was set or taken away. */
export const tagPush = defineCollector({
  event: 'tag_push',
  schema: z.object({}),
  collect: () => ({
    ignored:
      'A tag by itself releases nothing; a release or a deployment says that it did',
  }),
});
