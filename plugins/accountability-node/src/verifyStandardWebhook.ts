import { createHmac, timingSafeEqual } from 'node:crypto';
import { IncomingDelivery, Verification } from './DeliverySource';

/** How far a sender's clock may be from ours; an older delivery may be somebody's recording. */
const TOLERANCE_MS = 5 * 60 * 1000;

const PREFIX = 'v1,';

const refuse = (because: string): Verification => ({ ok: false, because });

/** Whether one of the keys signed the id, the time and the body, as Standard Webhooks has it (GitLab, Svix): in base64, several while one is rotated. */
export function verifyStandardWebhook(
  keys: readonly Buffer[],
  { headers, body, receivedAt }: IncomingDelivery,
): Verification {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  if (!id || !timestamp || !/^\d{1,12}$/.test(timestamp)) {
    return refuse('The headers webhook-id and webhook-timestamp are needed');
  }
  if (Math.abs(receivedAt - Number(timestamp) * 1000) > TOLERANCE_MS) {
    return refuse(
      'The header webhook-timestamp is more than 5 minutes from the time here; the delivery may be a recording',
    );
  }
  const signed = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);
  return isSigned(keys, signed, headers['webhook-signature'] ?? '')
    ? { ok: true }
    : refuse(
        'The header webhook-signature does not match any configured secret',
      );
}

/** Compares all pairs in constant time, so that time tells nothing. */
function isSigned(
  keys: readonly Buffer[],
  signed: Buffer,
  header: string,
): boolean {
  const signatures = header
    .split(' ')
    .filter(part => part.startsWith(PREFIX))
    .map(part => Buffer.from(part.slice(PREFIX.length), 'base64'));
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
