import { createHash } from 'node:crypto';
import {
  DeliverySource,
  PolledDelivery,
} from 'backstage-plugin-accountability-node';
import { KeyOf } from '../../database/createKeyOf';
import { readDelivery } from '../readDelivery';
import { VerifiedDelivery } from '../VerifiedDelivery';
import { POLLED } from './isPolled';

/** Longest name of a thing kept as it is; an index takes no more than a few hundred bytes well. */
const LONGEST_KEY = 140;

/**
 * The delivery of a thing that was fetched, read as a webhook's would be. It
 * is known again by what it is about and what it says: the same thing told
 * twice is one delivery, and two changes within one second are two. Prefixed,
 * so that no sender's id of a webhook can pass for one.
 */
export function toDelivery(given: {
  source: DeliverySource;
  stream: string;
  polled: PolledDelivery;
  receivedAt: number;
  keyOf: KeyOf;
}): VerifiedDelivery {
  const { source, stream, polled, receivedAt } = given;
  const body = Buffer.from(JSON.stringify(polled.payload));
  const key = polled.key.length > LONGEST_KEY ? digest(polled.key) : polled.key;
  const headers = { 'content-type': 'application/json', ...polled.headers };
  return {
    ...readDelivery(source, { headers, body, receivedAt }, given.keyOf),
    dedupeKey: `${POLLED}${stream}:${key}:${digest(body).slice(0, 32)}`,
  };
}

function digest(of: string | Buffer): string {
  return createHash('sha256').update(of).digest('hex');
}
