import { RecordEventInput } from 'backstage-plugin-accountability-common';
import { DemoDelivery } from './DemoDelivery';
import { githubDelivery } from './githubDelivery';
import { pagerdutyDelivery } from './pagerdutyDelivery';

/** The webhook that tells of an event, or undefined where the event comes by upload. */
export function deliveryOf(event: RecordEventInput): DemoDelivery | undefined {
  if (event.kind === 'deployment') return githubDelivery(event);
  // What people write in the review of an incident is in no webhook.
  if (event.kind === 'incident' && event.state !== 'updated') {
    return pagerdutyDelivery(event);
  }
  return undefined;
}
