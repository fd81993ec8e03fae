import { defineCollector } from 'backstage-plugin-accountability-node';
import { deploymentEvent } from '../payloads/deploymentEvent';
import { servicePayload } from '../payloads/servicePayload';

/** An instance of a service runs an earlier version again: the artifact is the one gone back to. */
export const serviceRolledback = defineCollector({
  event: 'service.rolledback',
  schema: servicePayload,
  collect: payload => deploymentEvent(payload, 'rolledback'),
});
