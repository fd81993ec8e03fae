import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** The app may read other repositories. */
export const installationRepositories = defineCollector({
  event: 'installation_repositories',
  schema: z.object({}),
  collect: () => ({
    ignored: 'It is about the app that sends, and no service',
  }),
});
