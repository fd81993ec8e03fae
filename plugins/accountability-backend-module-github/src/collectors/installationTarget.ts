import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** The account that the app is installed on was renamed. */
export const installationTarget = defineCollector({
  event: 'installation_target',
  schema: z.object({}),
  collect: () => ({
    ignored: 'It is about the app that sends, and no service',
  }),
});
