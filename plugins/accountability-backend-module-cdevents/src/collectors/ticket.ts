import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** A ticket came, changed or was closed. One about an incident names no service and no environment. */
export const ticket = defineCollector({
  event: 'ticket.*',
  schema: z.object({}),
  collect: () => ({
    ignored: 'Tickets are work and no incidents; incident.* tells of those',
  }),
});
