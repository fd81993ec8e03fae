import { IncomingDelivery } from '../DeliverySource';

/** When deliveries of tests were received, unless said otherwise: noon of 23 November 2026, UTC. */
export const testReceivedAt = Date.parse('2026-11-23T12:00:00Z');

/** A delivery for a test: a body that is no text or bytes is sent as JSON. */
export function incoming(given: {
  headers?: IncomingDelivery['headers'];
  body: unknown;
  receivedAt?: number;
}): IncomingDelivery {
  const { headers = {}, body, receivedAt = testReceivedAt } = given;
  return { headers, body: bytesOf(body), receivedAt };
}

function bytesOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}
