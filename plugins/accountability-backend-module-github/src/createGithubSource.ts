import {
  createWebhookSource,
  DeliverySource,
  IncomingDelivery,
  verifyHmac,
} from 'backstage-plugin-accountability-node';
import { collectors } from './collectors/registry.generated';

const SIGNATURE = 'x-hub-signature-256';
const PREFIX = 'sha256=';

/** GitHub's webhooks, signed with any of the secrets. */
export function createGithubSource(secrets: readonly string[]): DeliverySource {
  return createWebhookSource({
    id: 'github',
    keepHeaders: ['x-github-event', 'x-github-delivery', 'content-type'],
    verify: ({ headers, body }) => {
      const header = headers[SIGNATURE] ?? '';
      if (!header.startsWith(PREFIX)) {
        return {
          ok: false,
          because: `The header ${SIGNATURE} is missing; set a secret on the webhook`,
        };
      }
      const signatures = [header.slice(PREFIX.length)];
      return verifyHmac({ secrets, signatures, body, algorithm: 'sha256' })
        ? { ok: true }
        : {
            ok: false,
            because: `The header ${SIGNATURE} does not match any configured secret`,
          };
    },
    identify: ({ headers }) => headers['x-github-delivery'],
    readType: ({ headers }) => headers['x-github-event'],
    readPayload,
    collectors,
  });
}

/** A webhook made with GitHub's default content type sends its JSON as a form field. */
function readPayload({ headers, body }: IncomingDelivery): unknown {
  const text = body.toString('utf8');
  const isForm = headers['content-type']?.startsWith(
    'application/x-www-form-urlencoded',
  );
  return JSON.parse(
    isForm ? new URLSearchParams(text).get('payload') ?? '' : text,
  );
}
