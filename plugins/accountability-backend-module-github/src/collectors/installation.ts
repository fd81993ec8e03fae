import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** The app was installed, or its permissions changed. */
export const installation = defineCollector({
  event: 'installation',
  schema: z.object({}),
  collect: () => ({
    ignored: 'It is about the app that sends, and no service',
  }),
});
