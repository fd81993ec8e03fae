import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** A service of PagerDuty came, changed or went. */
export const serviceOther = defineCollector({
  event: 'service.*',
  schema: z.object({}),
  collect: () => ({ ignored: 'The catalog says which services there are' }),
});
