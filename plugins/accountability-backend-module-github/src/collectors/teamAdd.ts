import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** A team got a repository. */
export const teamAdd = defineCollector({
  event: 'team_add',
  schema: z.object({}),
  collect: () => ({
    ignored: 'Teams and their members are read from the catalog',
  }),
});
