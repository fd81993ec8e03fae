import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** Somebody no longer lets the app act for them. */
export const githubAppAuthorization = defineCollector({
  event: 'github_app_authorization',
  schema: z.object({}),
  collect: () => ({
    ignored: 'It is about the app that sends, and no service',
  }),
});
