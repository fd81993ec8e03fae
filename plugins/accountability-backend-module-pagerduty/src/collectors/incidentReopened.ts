import { defineCollector } from 'backstage-plugin-accountability-node';
import { incidentEvent } from '../payloads/incidentEvent';
import { incidentPayload } from '../payloads/incidentPayload';

/** A resolved incident goes on. */
export const incidentReopened = defineCollector({
  event: 'incident.reopened',
  schema: incidentPayload,
  collect: payload => incidentEvent('reopened', payload, { step: 'paged' }),
});
