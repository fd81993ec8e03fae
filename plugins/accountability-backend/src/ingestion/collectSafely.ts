import {
  Collected,
  DeliverySource,
  IncomingDelivery,
} from 'backstage-plugin-accountability-node';
import { KeyOf } from '../database/createKeyOf';
import { keyContributors } from './keyContributors';

/** Reads a delivery, contributors as keys; a collector that throws rejects this delivery and harms no other. */
export function collectSafely(
  source: DeliverySource,
  delivery: IncomingDelivery,
  keyOf: KeyOf,
): Collected {
  try {
    return keyContributors(source.collect(delivery), keyOf);
  } catch (error) {
    const what = error instanceof Error ? error.name : 'an unknown error';
    return {
      status: 'rejected',
      because: `The collector of ${source.id} failed on it with ${what}; the delivery is kept for replay`,
    };
  }
}
