import { createHash } from 'node:crypto';
import {
  DeliverySource,
  IncomingDelivery,
} from 'backstage-plugin-accountability-node';
import { collectSafely } from './collectSafely';
import { newDeliveryId } from './newDeliveryId';
import { VerifiedDelivery } from './VerifiedDelivery';

/** What a source makes of a delivery, received at `now` (epoch milliseconds). */
export function readDelivery(
  source: DeliverySource,
  incoming: IncomingDelivery,
  now: number,
): VerifiedDelivery {
  return {
    source: source.id,
    id: newDeliveryId(now),
    dedupeKey: dedupeKeyOf(source, incoming),
    receivedAt: now,
    headers: Object.fromEntries(
      source.keepHeaders.flatMap(name => {
        const value = incoming.headers[name];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
    body: incoming.body,
    collected: collectSafely(source, incoming),
  };
}

/** Prefixed, so that no sender's id can pass for a digest. */
function dedupeKeyOf(
  source: DeliverySource,
  incoming: IncomingDelivery,
): string {
  const id = source.identify(incoming);
  return id
    ? `id:${id}`
    : `sha256:${createHash('sha256').update(incoming.body).digest('hex')}`;
}
