import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { incidentEvent } from '../payloads/incidentEvent';
import { incidentPayload } from '../payloads/incidentPayload';

/** Notes, responders, roles, tasks: those that carry the whole incident refresh its attributes, the others say nothing about it. */
export const incidentOther = defineCollector({
  event: 'incident.*',
  schema: z.union([incidentPayload, z.object({ event: z.object({}) })]),
  collect: payload => {
    const incident = incidentPayload.safeParse(payload);
    return incident.success
      ? incidentEvent('updated', incident.data)
      : { ignored: 'It says nothing about the incident itself' };
  },
});
