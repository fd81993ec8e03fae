import { defineCollector } from 'backstage-plugin-accountability-node';
import { incidentEvent } from '../payloads/incidentEvent';
import { incidentPayload } from '../payloads/incidentPayload';

/** An incident got a ticket. That may happen after it was resolved, so it moves no state. */
export const incidentReported = defineCollector({
  event: 'incident.reported',
  schema: incidentPayload,
  collect: payload => incidentEvent(payload, 'updated'),
});
