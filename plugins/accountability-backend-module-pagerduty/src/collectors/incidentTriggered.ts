import { defineCollector } from 'backstage-plugin-accountability-node';
import { detectedBy } from '../payloads/detectedBy';
import { incidentEvent } from '../payloads/incidentEvent';
import { incidentPayload } from '../payloads/incidentPayload';

/** An incident began. */
export const incidentTriggered = defineCollector({
  event: 'incident.triggered',
  schema: incidentPayload,
  collect: payload =>
    incidentEvent('triggered', payload, {
      step: 'paged',
      detectedBy: detectedBy(payload),
    }),
});
