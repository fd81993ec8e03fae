import { defineCollector } from 'backstage-plugin-accountability-node';
import { incidentEvent } from '../payloads/incidentEvent';
import { incidentPayload } from '../payloads/incidentPayload';

/** The incident moved to another service; its record moves along. */
export const incidentServiceUpdated = defineCollector({
  event: 'incident.service_updated',
  schema: incidentPayload,
  collect: payload => incidentEvent('updated', payload),
});
