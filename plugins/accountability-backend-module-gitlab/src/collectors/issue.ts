import { defineCollector } from 'backstage-plugin-accountability-node';
import { incidentEvents } from '../payloads/incidentEvents';
import { incidentPayload } from '../payloads/incidentPayload';

/** An issue was opened, changed, closed or reopened: an incident, where it is of that type. */
export const issue = defineCollector({
  event: 'issue',
  schema: incidentPayload,
  collect: incidentEvents,
});
