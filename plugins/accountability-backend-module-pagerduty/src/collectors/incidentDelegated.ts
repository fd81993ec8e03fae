import { defineCollector } from 'backstage-plugin-accountability-node';
import { incidentEvent } from '../payloads/incidentEvent';
import { incidentPayload } from '../payloads/incidentPayload';

/** Another escalation policy has it, no state moved. */
export const incidentDelegated = defineCollector({
  event: 'incident.delegated',
  schema: incidentPayload,
  collect: payload => incidentEvent('updated', payload, { step: 'escalated' }),
});
