import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { asidePayload } from '../payloads/asidePayload';
import { incidentEvent } from '../payloads/incidentEvent';
import { incidentPayload } from '../payloads/incidentPayload';
import { reasonToIgnore } from '../payloads/reasonToIgnore';

/** Everything else: a whole incident refreshes its attributes; a note, a responder, a task say nothing that is recorded. */
export const incidentOther = defineCollector({
  event: 'incident.*',
  schema: z.union([incidentPayload, asidePayload]),
  collect: payload => {
    const incident = incidentPayload.safeParse(payload);
    if (incident.success) return incidentEvent('updated', incident.data);
    const { type = '' } = payload.event.data;
    return {
      ignored:
        reasonToIgnore(type) ?? 'It says nothing about the incident itself',
    };
  },
});
