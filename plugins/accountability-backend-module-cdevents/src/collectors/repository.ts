import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** A repository came, changed or went. */
export const repository = defineCollector({
  event: 'repository.*',
  schema: z.object({}),
  collect: () => ({ ignored: 'The catalog says which repositories there are' }),
});
