import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** Somebody was asked to approve something. */
export const approval = defineCollector({
  event: 'approval.*',
  schema: z.object({}),
  collect: () => ({
    ignored: 'Approvals are not recorded; what they let pass is',
  }),
});
