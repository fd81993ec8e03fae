import { defineCollector } from 'backstage-plugin-accountability-node';
import { incidentEvent } from '../payloads/incidentEvent';
import { incidentPayload } from '../payloads/incidentPayload';

/** The next level has it, no state moved. */
export const incidentEscalated = defineCollector({
  event: 'incident.escalated',
  schema: incidentPayload,
  collect: payload => incidentEvent('updated', payload, { step: 'escalated' }),
});
