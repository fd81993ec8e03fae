import { defineCollector } from 'backstage-plugin-accountability-node';
import { deploymentEvent } from '../payloads/deploymentEvent';
import { servicePayload } from '../payloads/servicePayload';

/** An instance of a service runs a new version. */
export const serviceUpgraded = defineCollector({
  event: 'service.upgraded',
  schema: servicePayload,
  collect: payload => deploymentEvent(payload, 'upgraded'),
});
