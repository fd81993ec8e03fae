import {
  Collected,
  DeliverySource,
  IncomingDelivery,
} from 'backstage-plugin-accountability-node';

/** Reads a delivery; a collector that throws rejects this delivery and harms no other. */
export function collectSafely(
  source: DeliverySource,
  delivery: IncomingDelivery,
): Collected {
  try {
    return source.collect(delivery);
  } catch (error) {
    const what = error instanceof Error ? error.name : 'an unknown error';
    return {
      status: 'rejected',
      because: `The collector of ${source.id} failed on it with ${what}; the delivery is kept for replay`,
    };
  }
}
