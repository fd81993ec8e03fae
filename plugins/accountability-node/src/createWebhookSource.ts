import { collectWith, TypedPayload } from './collectWith';
import { Collector } from './defineCollector';
import {
  Collected,
  DeliverySource,
  IncomingDelivery,
  Verification,
} from './DeliverySource';

/** 25 MB, the most GitHub sends; other senders stay far below. */
const DEFAULT_MAX_BODY_BYTES = 25 * 1024 * 1024;

/** A source of signed webhooks, as data. */
export interface WebhookSourceOptions {
  id: string;
  /** Largest body taken, in bytes; 25 MB where absent. */
  maxBodyBytes?: number;
  /** Names (lower case) of the headers worth keeping; never those with secrets. */
  keepHeaders: readonly string[];
  verify(delivery: IncomingDelivery): Verification;
  /** The sender's own id of the delivery; the body's digest is taken where it is undefined. */
  identify(delivery: IncomingDelivery): string | undefined;
  /** The type of the event; undefined where the delivery names none. */
  readType(given: {
    headers: IncomingDelivery['headers'];
    payload: unknown;
  }): string | undefined;
  /** Where the type stands, for a sender who left it out: `the header X-GitHub-Event`. */
  typeIn?: string;
  /** Parses the body; JSON where absent. May throw: the delivery is then rejected. */
  readPayload?(delivery: IncomingDelivery): unknown;
  collectors: readonly Collector[];
  /** Topics of Backstage's events service, see `DeliverySource`. */
  topics?: readonly string[];
  headersOf?: DeliverySource['headersOf'];
  /** `signature` where absent. */
  authentication?: DeliverySource['authentication'];
}

/** Makes a source of signed webhooks out of its collectors. */
export function createWebhookSource(
  options: WebhookSourceOptions,
): DeliverySource {
  const collect = collectWith(options.collectors);
  return {
    id: options.id,
    authentication: options.authentication ?? 'signature',
    maxBodyBytes: options.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES,
    keepHeaders: options.keepHeaders,
    verify: options.verify,
    identify: options.identify,
    topics: options.topics,
    headersOf: options.headersOf,
    collect: delivery => {
      const typed = readTyped(options, delivery);
      return 'status' in typed ? typed : collect(typed);
    },
  };
}

function readTyped(
  options: WebhookSourceOptions,
  delivery: IncomingDelivery,
): TypedPayload | Collected {
  const { readPayload = readJson, readType, typeIn } = options;
  let payload: unknown;
  if (delivery.body.length === 0) {
    return { status: 'rejected', because: 'The body is empty' };
  }
  try {
    payload = readPayload(delivery);
  } catch {
    return { status: 'rejected', because: 'The body is not JSON' };
  }
  const type = readType({ headers: delivery.headers, payload });
  return type === undefined
    ? {
        status: 'rejected',
        because: `The delivery names no type of event${
          typeIn ? `; it stands in ${typeIn}` : ''
        }`,
      }
    : { type, payload, context: delivery };
}

function readJson({ body }: IncomingDelivery): unknown {
  return JSON.parse(body.toString('utf8'));
}
