import { defineCollector } from 'backstage-plugin-accountability-node';
import { incidentEvent } from '../payloads/incidentEvent';
import { incidentPayload } from '../payloads/incidentPayload';

/** People were picked by hand, of whatever rota they are; no state moved. */
export const incidentReassigned = defineCollector({
  event: 'incident.reassigned',
  schema: incidentPayload,
  collect: payload =>
    incidentEvent('updated', payload, { step: 'paged', isRotaKnown: false }),
});
