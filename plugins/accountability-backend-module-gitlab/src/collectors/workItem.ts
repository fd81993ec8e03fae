import { defineCollector } from 'backstage-plugin-accountability-node';
import { incidentEvents } from '../payloads/incidentEvents';
import { incidentPayload } from '../payloads/incidentPayload';

/** A work item was opened, changed, closed or reopened: an incident, where it is of that type. */
export const workItem = defineCollector({
  event: 'work_item',
  schema: incidentPayload,
  collect: incidentEvents,
});
