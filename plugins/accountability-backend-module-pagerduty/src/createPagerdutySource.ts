import {
  createWebhookSource,
  DeliverySource,
  IncomingDelivery,
  verifyHmac,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { collectors } from './collectors/registry.generated';

const SIGNATURE = 'x-pagerduty-signature';
const PREFIX = 'v1=';

const envelope = z.object({
  event: z.object({ id: z.string().optional(), event_type: z.string() }),
});

/** PagerDuty's v3 webhooks, signed with any of the secrets. */
export function createPagerdutySource(
  secrets: readonly string[],
): DeliverySource {
  return createWebhookSource({
    id: 'pagerduty',
    keepHeaders: ['x-webhook-id', 'content-type'],
    verify: ({ headers, body }) => {
      const signatures = signaturesOf(headers[SIGNATURE]);
      if (signatures.length === 0) {
        return {
          ok: false,
          because: `The header ${SIGNATURE} holds no ${PREFIX} signature`,
        };
      }
      return verifyHmac({ secrets, signatures, body, algorithm: 'sha256' })
        ? { ok: true }
        : {
            ok: false,
            because: `The header ${SIGNATURE} does not match any configured secret`,
          };
    },
    identify: delivery => delivery.headers['x-webhook-id'] ?? eventId(delivery),
    readType: ({ payload }) => {
      const read = envelope.safeParse(payload);
      return read.success ? read.data.event.event_type : undefined;
    },
    collectors,
  });
}

/** PagerDuty sends a signature for each secret in force while one is rotated. */
function signaturesOf(header = ''): string[] {
  return header
    .split(',')
    .map(part => part.trim())
    .filter(part => part.startsWith(PREFIX))
    .map(part => part.slice(PREFIX.length));
}

function eventId({ body }: IncomingDelivery): string | undefined {
  try {
    const read = envelope.safeParse(JSON.parse(body.toString('utf8')));
    return read.success ? read.data.event.id : undefined;
  } catch {
    return undefined;
  }
}
