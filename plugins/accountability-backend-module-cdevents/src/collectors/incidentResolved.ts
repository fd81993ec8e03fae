import { defineCollector } from 'backstage-plugin-accountability-node';
import { incidentEvent } from '../payloads/incidentEvent';
import { incidentPayload } from '../payloads/incidentPayload';

/** An incident ended. */
export const incidentResolved = defineCollector({
  event: 'incident.resolved',
  schema: incidentPayload,
  collect: payload => incidentEvent(payload, 'resolved'),
});
