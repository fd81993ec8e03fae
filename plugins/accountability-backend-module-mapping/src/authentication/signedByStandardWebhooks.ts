import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  IncomingDelivery,
  Verification,
} from 'backstage-plugin-accountability-node';
import { Authentication } from './Authentication';

/** How far the sender's clock may be from ours; an older delivery may be somebody's recording. */
const TOLERANCE_MS = 5 * 60 * 1000;

const ID = 'webhook-id';
const TIMESTAMP = 'webhook-timestamp';
const SIGNATURE = 'webhook-signature';

const refuse = (because: string): Verification => ({ ok: false, because });

/** A sender that signs as Standard Webhooks has it (Svix): id, time and body, in base64. */
export function signedByStandardWebhooks(given: {
  keys: readonly Buffer[];
}): Authentication {
  return {
    secretHeaders: [SIGNATURE],
    idHeader: ID,
    verify: delivery => verify(given.keys, delivery),
  };
}

function verify(
  keys: readonly Buffer[],
  { headers, body, receivedAt }: IncomingDelivery,
): Verification {
  const id = headers[ID];
  const timestamp = headers[TIMESTAMP];
  if (!id || !timestamp || !/^\d{1,12}$/.test(timestamp)) {
    return refuse(`The headers ${ID} and ${TIMESTAMP} are needed`);
  }
  if (Math.abs(receivedAt - Number(timestamp) * 1000) > TOLERANCE_MS) {
    return refuse(
      `The header ${TIMESTAMP} is more than 5 minutes from the time here; the delivery may be a recording`,
    );
  }
  const signed = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);
  return isSigned(keys, signed, headers[SIGNATURE] ?? '')
    ? { ok: true }
    : refuse(`The header ${SIGNATURE} does not match any configured secret`);
}

/** Compares all pairs in constant time, so that time tells nothing. */
function isSigned(
  keys: readonly Buffer[],
  signed: Buffer,
  header: string,
): boolean {
  const signatures = header
    .split(' ')
    .filter(part => part.startsWith('v1,'))
    .map(part => Buffer.from(part.slice('v1,'.length), 'base64'));
  let genuine = false;
  for (const key of keys) {
    const expected = createHmac('sha256', key).update(signed).digest();
    for (const signature of signatures) {
      const equal =
        signature.length === expected.length &&
        timingSafeEqual(signature, expected);
      genuine = equal || genuine;
    }
  }
  return genuine;
}
