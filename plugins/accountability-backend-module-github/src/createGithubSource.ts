import { Config } from '@backstage/config';
import {
  BusEvent,
  Collector,
  createWebhookSource,
  DeliverySource,
  IncomingDelivery,
  verifyHmac,
  createDetect,
} from 'backstage-plugin-accountability-node';
import { collectors } from './collectors/registry.generated';
import { markedCollectors } from './marked/markedCollectors';

const SIGNATURE = 'x-hub-signature-256';
const PREFIX = 'sha256=';

const EVENT = 'x-github-event';
const DELIVERY = 'x-github-delivery';

const TOPIC = 'github.';

/**
 * Backstage's router publishes each event of the topic `github` again, as
 * `github.<type>`; other publishers use these topics alone. They name the type
 * even where metadata is lost, and to take `github` too would double.
 */
const topics = collectors
  .map(({ event }) => event)
  .filter(event => !event.includes('.'))
  .map(event => `${TOPIC}${event}`);

/** GitHub's webhooks, signed with any of the secrets; the configuration says which markers of tools are in force. */
export function createGithubSource(
  secrets: readonly string[],
  config?: Config,
): DeliverySource {
  return createWebhookSource({
    id: 'github',
    keepHeaders: [EVENT, DELIVERY, 'content-type'],
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
    identify: ({ headers }) => headers[DELIVERY],
    typeIn: 'the header X-GitHub-Event',
    readType: ({ headers }) => headers[EVENT],
    readPayload,
    collectors: config ? collectorsFor(config) : collectors,
    topics,
    headersOf,
  });
}

/** Of two collectors of a type the later one reads it. */
function collectorsFor(config: Config): Collector[] {
  const detect = createDetect(config);
  return [...collectors, ...markedCollectors(detect)];
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

/** The bus carries what was parsed, so it is JSON whatever its sender's content type was. */
function headersOf({
  topic,
  metadata = {},
}: BusEvent): IncomingDelivery['headers'] | undefined {
  if (!topic.startsWith(TOPIC)) return undefined;
  const delivery = Object.entries(metadata).find(
    ([name]) => name.toLowerCase() === DELIVERY,
  )?.[1];
  return {
    [EVENT]: topic.slice(TOPIC.length),
    [DELIVERY]: [delivery].flat()[0],
    'content-type': 'application/json',
  };
}
