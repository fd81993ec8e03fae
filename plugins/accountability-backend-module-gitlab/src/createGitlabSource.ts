import {
  BusEvent,
  createWebhookSource,
  DeliverySource,
  IncomingDelivery,
} from 'backstage-plugin-accountability-node';
import { collectors } from './collectors/registry.generated';
import { typeOf } from './payloads/typeOf';
import { verifyWebhook } from './verifyWebhook';

const KEPT = [
  'content-type',
  'x-gitlab-event',
  'x-gitlab-instance',
  'idempotency-key',
  'webhook-id',
];

/** GitLab's webhooks and system hooks, signed or sent with any of the secrets. */
export function createGitlabSource(secrets: readonly string[]): DeliverySource {
  return createWebhookSource({
    id: 'gitlab',
    keepHeaders: KEPT,
    verify: delivery => verifyWebhook(secrets, delivery),
    identify,
    typeIn: 'the header X-Gitlab-Event',
    readType: ({ headers, payload }) => typeOf(payload, headers),
    collectors,
    // The topics below it, `gitlab.push` and the like, carry only what has an
    // `event_name`: no merge request, pipeline, job or deployment.
    topics: ['gitlab'],
    headersOf,
  });
}

/**
 * The same in every attempt of one webhook. `X-Gitlab-Webhook-UUID` is another
 * in each attempt, and `X-Gitlab-Event-UUID` the same for all that one request
 * to GitLab set off. GitLab before 17.4 names no delivery: its body does.
 */
function identify({ headers }: IncomingDelivery): string | undefined {
  return headers['webhook-id'] || headers['idempotency-key'] || undefined;
}

function headersOf({
  payload,
  metadata,
}: BusEvent): IncomingDelivery['headers'] | undefined {
  const headers = Object.fromEntries(
    KEPT.flatMap(name => {
      const value = metadata?.[name];
      return value === undefined
        ? []
        : [[name, Array.isArray(value) ? value.join(',') : value]];
    }),
  );
  return typeOf(payload, headers) === undefined ? undefined : headers;
}
