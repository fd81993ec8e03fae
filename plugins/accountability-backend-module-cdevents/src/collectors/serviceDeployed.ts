import { defineCollector } from 'backstage-plugin-accountability-node';
import { deploymentEvent } from '../payloads/deploymentEvent';
import { servicePayload } from '../payloads/servicePayload';

/** A new instance of a service was deployed. */
export const serviceDeployed = defineCollector({
  event: 'service.deployed',
  schema: servicePayload,
  collect: payload => deploymentEvent(payload, 'deployed'),
});
