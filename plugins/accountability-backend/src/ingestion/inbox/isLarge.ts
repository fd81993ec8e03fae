import { VerifiedDelivery } from '../VerifiedDelivery';
import { countParts } from './countParts';

/** Deliveries with more events or bytes go their own way, so that small ones need not wait for them. */
const SMALL = { events: 100, bytes: 1024 * 1024 };

/** Whether a delivery takes long to store and to apply. */
export function isLarge({
  body,
  collected,
}: Pick<VerifiedDelivery, 'body' | 'collected'>): boolean {
  return body.length > SMALL.bytes || countParts(collected) > SMALL.events;
}
