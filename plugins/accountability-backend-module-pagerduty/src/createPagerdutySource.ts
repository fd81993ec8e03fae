import { Config } from '@backstage/config';
import {
  createWebhookSource,
  DeliverySource,
  IncomingDelivery,
  verifyHmac,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { collectors } from './collectors/registry.generated';
import { customFields } from './customFields';
import { INCIDENT } from './payloads/incidentPayload';
import { reasonToIgnore } from './payloads/reasonToIgnore';

const CAUSE_FIELD = 'accountability.sources.pagerduty.causeField';
const SIGNATURE = 'x-pagerduty-signature';
const PREFIX = 'v1=';

/** 1 MB: PagerDuty drops what is larger than 256 KB. */
const MAX_BODY_BYTES = 1024 * 1024;

const envelope = z.object({
  event: z.object({
    id: z.string().optional().catch(undefined),
    event_type: z.string(),
    data: z.object({ type: z.string() }).optional().catch(undefined),
  }),
});

/**
 * PagerDuty's v3 webhooks, signed with any of the secrets. With `causeField` in
 * the configuration that custom field of incidents names their cause.
 */
export function createPagerdutySource(
  secrets: readonly string[],
  config?: Config,
): DeliverySource {
  const causeField = config?.getOptionalString(CAUSE_FIELD);
  return createWebhookSource({
    id: 'pagerduty',
    maxBodyBytes: MAX_BODY_BYTES,
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
    identify: delivery => eventId(delivery) ?? delivery.headers['x-webhook-id'],
    typeIn: 'event.event_type of the body',
    readType: ({ payload }) => {
      const read = envelope.safeParse(payload);
      return read.success ? typeOf(read.data.event) : undefined;
    },
    collectors: causeField
      ? [...collectors, customFields(causeField)]
      : collectors,
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

/**
 * The event's own id, the same in every attempt and for every subscription
 * that it matches; the id of the webhook is another for each subscription.
 */
function eventId({ body }: IncomingDelivery): string | undefined {
  try {
    const read = envelope.safeParse(JSON.parse(body.toString('utf8')));
    return read.success ? read.data.event.id || undefined : undefined;
  } catch {
    return undefined;
  }
}

/** The type of the event; that of its data where that is still unknown, so that no collector takes it for another. */
function typeOf({
  event_type: type,
  data,
}: z.output<typeof envelope>['event']) {
  const isKnown =
    data === undefined ||
    data.type === INCIDENT ||
    reasonToIgnore(data.type) !== undefined;
  return isKnown ? type : data.type;
}
