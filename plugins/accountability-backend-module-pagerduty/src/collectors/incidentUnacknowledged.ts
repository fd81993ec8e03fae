import { defineCollector } from 'backstage-plugin-accountability-node';
import { incidentEvent } from '../payloads/incidentEvent';
import { incidentPayload } from '../payloads/incidentPayload';

/** An acknowledgement ran out: it is open and nobody is at it. */
export const incidentUnacknowledged = defineCollector({
  event: 'incident.unacknowledged',
  schema: incidentPayload,
  collect: payload => incidentEvent('triggered', payload, { step: 'paged' }),
});
