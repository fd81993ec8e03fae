import { defineCollector } from 'backstage-plugin-accountability-node';
import { incidentEvent } from '../payloads/incidentEvent';
import { incidentPayload } from '../payloads/incidentPayload';

/** Others have it, no state moved. */
export const incidentReassigned = defineCollector({
  event: 'incident.reassigned',
  schema: incidentPayload,
  collect: payload => incidentEvent('updated', payload),
});
