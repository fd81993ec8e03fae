import { createHash } from 'node:crypto';
import {
  DeliverySource,
  IncomingDelivery,
} from 'backstage-plugin-accountability-node';
import { timeOrderedId } from '../database/timeOrderedId';
import { collectSafely } from './collectSafely';
import { VerifiedDelivery } from './VerifiedDelivery';

/** What a source makes of a delivery. */
export function readDelivery(
  source: DeliverySource,
  incoming: IncomingDelivery,
): VerifiedDelivery {
  const { receivedAt } = incoming;
  return {
    source: source.id,
    id: timeOrderedId(receivedAt),
    dedupeKey: dedupeKeyOf(source, incoming),
    receivedAt,
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

/** Longest sender's id kept as it is; an index takes no more than a few hundred bytes well. */
const LONGEST_ID = 200;
/** No database takes every character in a text. */
const UNSTORABLE = /[\p{Cc}\p{Cs}]/u;

/** Prefixed, so that no sender's id can pass for a digest of a body. */
function dedupeKeyOf(
  source: DeliverySource,
  incoming: IncomingDelivery,
): string {
  const id = source.identify(incoming);
  if (!id) return `sha256:${digest(incoming.body)}`;
  const fits = id.length <= LONGEST_ID && !UNSTORABLE.test(id);
  return fits ? `id:${id}` : `id-sha256:${digest(id)}`;
}

function digest(of: string | Buffer): string {
  return createHash('sha256').update(of).digest('hex');
}
