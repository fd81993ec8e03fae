import { defineCollector } from 'backstage-plugin-accountability-node';
import { incidentEvent } from '../payloads/incidentEvent';
import { incidentPayload } from '../payloads/incidentPayload';

/** Somebody answered. */
export const incidentAcknowledged = defineCollector({
  event: 'incident.acknowledged',
  schema: incidentPayload,
  collect: payload =>
    incidentEvent('acknowledged', payload, { step: 'acknowledged' }),
});
