import { defineCollector } from 'backstage-plugin-accountability-node';
import { incidentEvent } from '../payloads/incidentEvent';
import { incidentPayload } from '../payloads/incidentPayload';

/** The severity changed, no state moved. */
export const incidentPriorityUpdated = defineCollector({
  event: 'incident.priority_updated',
  schema: incidentPayload,
  collect: payload => incidentEvent('updated', payload),
});
