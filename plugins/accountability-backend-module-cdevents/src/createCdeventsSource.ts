import {
  BusEvent,
  Collected,
  DeliverySource,
  IncomingDelivery,
  verifyToken,
} from 'backstage-plugin-accountability-node';
import { readCloudEvents } from './cloudevents/readCloudEvents';
import { collectCdEvent } from './collectCdEvent';
import { identifyCloudEvent } from './identifyCloudEvent';
import { joinCollected } from './joinCollected';
import { EnvironmentNames, renameEnvironment } from './renameEnvironment';

/** 16 MB: a batch of the most events, each of 3 kB. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** Most events of one batch: a transaction of about a second. */
const MOST_EVENTS = 5000;

const KEPT = ['content-type', 'ce-id', 'ce-source', 'ce-type'];

/** CDEvents over CloudEvents, sent with any of the secrets as a bearer token. */
export function createCdeventsSource(
  secrets: readonly string[],
  environments?: EnvironmentNames,
): DeliverySource {
  return {
    id: 'cdevents',
    authentication: 'signature',
    maxBodyBytes: MAX_BODY_BYTES,
    keepHeaders: KEPT,
    verify: ({ headers }) => {
      const token = tokenIn(headers);
      if (token === undefined) {
        return {
          ok: false,
          because:
            'There is no token: neither a bearer token in the header authorization nor the query access_token',
        };
      }
      return verifyToken({ secrets, token })
        ? { ok: true }
        : {
            ok: false,
            because: 'The token does not match any configured secret',
          };
    },
    identify: delivery => {
      const read = readCloudEvents(delivery);
      return read.ok && !read.isBatch
        ? identifyCloudEvent(read.events[0])
        : undefined;
    },
    collect: delivery => collectAll(delivery, environments ?? new Map()),
    topics: ['cdevents'],
    headersOf: keptOf,
  };
}

/** Sinks that are given by an address alone can carry the token there, as CloudEvents' webhooks may. */
function tokenIn(headers: IncomingDelivery['headers']): string | undefined {
  const bearer = /^bearer +(\S+)$/i.exec(headers.authorization?.trim() ?? '');
  return bearer?.[1] ?? headers['x-accountability-access_token'];
}

function collectAll(
  delivery: IncomingDelivery,
  environments: EnvironmentNames,
): Collected {
  const read = readCloudEvents(delivery);
  if (!read.ok) return { status: 'rejected', because: read.because };
  if (read.events.length > MOST_EVENTS) {
    return {
      status: 'rejected',
      because: `The batch holds ${read.events.length} events, and at most ${MOST_EVENTS} are taken at once; send it in parts`,
    };
  }
  const parts = read.events.map(event =>
    collectCdEvent(
      { ...event, data: renameEnvironment(event.data, environments) },
      delivery,
    ),
  );
  return read.isBatch ? joinCollected(parts) : parts[0];
}

/** The headers that tell the mode; without any the body shows it by its form. */
function keptOf({ metadata = {} }: BusEvent): IncomingDelivery['headers'] {
  return Object.fromEntries(
    KEPT.flatMap(name => {
      const value = metadata[name];
      return value === undefined
        ? []
        : [[name, Array.isArray(value) ? value.join(',') : value]];
    }),
  );
}
