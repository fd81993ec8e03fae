import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** An artifact was published, signed, downloaded or deleted. */
export const artifact = defineCollector({
  event: 'artifact.*',
  schema: z.object({}),
  collect: () => ({
    ignored: 'Artifacts are recorded where they are deployed',
  }),
});
