import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** An environment came, changed or went. */
export const environment = defineCollector({
  event: 'environment.*',
  schema: z.object({}),
  collect: () => ({
    ignored: 'Environments are known by the deployments to them',
  }),
});
