import { createHash } from 'node:crypto';
import {
  Collected,
  DeliverySource,
  IncomingDelivery,
} from 'backstage-plugin-accountability-node';
import { KeyOf } from '../database/createKeyOf';
import { timeOrderedId } from '../database/timeOrderedId';
import { collectSafely } from './collectSafely';
import { VerifiedDelivery } from './VerifiedDelivery';

/** What a source makes of a delivery. */
export function readDelivery(
  source: DeliverySource,
  incoming: IncomingDelivery,
  keyOf: KeyOf,
): VerifiedDelivery {
  const { receivedAt } = incoming;
  const collected = collectSafely(source, incoming, keyOf);
  return {
    source: source.id,
    id: timeOrderedId(receivedAt),
    dedupeKey: dedupeKeyOf(source, incoming, collected),
    receivedAt,
    headers: Object.fromEntries(
      source.keepHeaders.flatMap(name => {
        const value = incoming.headers[name];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
    body: incoming.body,
    collected,
  };
}

/** Longest sender's id kept as it is; an index takes no more than a few hundred bytes well. */
const LONGEST_ID = 200;
/** No database takes every character in a text. */
const UNSTORABLE = /[\p{Cc}\p{Cs}]/u;

/**
 * Prefixed, so that no sender's id can pass for a digest of a body. What could
 * not be read, or not all of it, is known by id and body: the same id with a
 * mended body is taken.
 */
function dedupeKeyOf(
  source: DeliverySource,
  incoming: IncomingDelivery,
  collected: Collected,
): string {
  const id = source.identify(incoming);
  const body = `sha256:${digest(incoming.body)}`;
  if (!id) return body;
  const fits = id.length <= LONGEST_ID && !UNSTORABLE.test(id);
  const key = fits ? `id:${id}` : `id-sha256:${digest(id)}`;
  return isWhole(collected) ? key : `${body} ${key}`;
}

function isWhole(collected: Collected): boolean {
  if (collected.status === 'rejected') return false;
  return collected.status !== 'accepted' || !collected.refused?.length;
}

function digest(of: string | Buffer): string {
  return createHash('sha256').update(of).digest('hex');
}
