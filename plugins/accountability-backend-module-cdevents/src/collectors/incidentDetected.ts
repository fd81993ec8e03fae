import { defineCollector } from 'backstage-plugin-accountability-node';
import { incidentEvent } from '../payloads/incidentEvent';
import { incidentPayload } from '../payloads/incidentPayload';

/** An incident was found. */
export const incidentDetected = defineCollector({
  event: 'incident.detected',
  schema: incidentPayload,
  collect: payload => incidentEvent(payload, 'triggered'),
});
