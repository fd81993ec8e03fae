import { Config } from '@backstage/config';
import {
  BusEvent,
  createWebhookSource,
  DeliverySource,
  IncomingDelivery,
  createDetect,
  createIsMachine,
} from 'backstage-plugin-accountability-node';
import { mergeRequest } from './collectors/mergeRequest';
import { push } from './collectors/push';
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

/**
 * GitLab's webhooks and system hooks, signed or sent with any of the secrets.
 * With a configuration, changes are read for the markers that it puts in force.
 */
export function createGitlabSource(
  secrets: readonly string[],
  config?: Config,
): DeliverySource {
  const detect = createDetect(config);
  return createWebhookSource({
    id: 'gitlab',
    keepHeaders: KEPT,
    verify: delivery => verifyWebhook(secrets, delivery),
    identify,
    typeIn: 'the header X-Gitlab-Event',
    readType: ({ headers, payload }) => typeOf(payload, headers),
    collectors: [
      ...collectors,
      mergeRequest(detect),
      push(detect, createIsMachine(config)),
    ],
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
