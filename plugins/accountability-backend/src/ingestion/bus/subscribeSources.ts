import { setTimeout as sleep } from 'timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { EventParams, EventsService } from '@backstage/plugin-events-node';
import { DeliverySource } from 'backstage-plugin-accountability-node';
import { KeyOf } from '../../database/createKeyOf';
import { Inbox } from '../inbox/Inbox';
import { readDelivery } from '../readDelivery';

/** The bus delivers at most once, so a database that is away for a moment is waited for. Milliseconds. */
const WAITS_MS = [1_000, 5_000, 25_000];

interface BusOptions {
  events: EventsService;
  sources: readonly DeliverySource[];
  inbox: Pick<Inbox, 'take'>;
  keyOf: KeyOf;
  logger: LoggerService;
  /** Waits between attempts; for tests. */
  waitsMs?: readonly number[];
}

/**
 * Takes what Backstage's events service carries for any source into the same
 * durable inbox as webhooks. A source says which topics are its own, and who
 * published them has verified them. The same event by webhook and by bus is
 * one: it tells of the same records.
 */
export async function subscribeSources(options: BusOptions): Promise<void> {
  for (const source of options.sources) {
    if (!source.topics?.length || !source.headersOf) continue;
    await options.events.subscribe({
      id: `accountability-${source.id}`,
      topics: [...source.topics],
      onEvent: event => takeEvent(options, source, event),
    });
  }
}

async function takeEvent(
  options: BusOptions,
  source: DeliverySource,
  event: EventParams,
): Promise<void> {
  const { topic, eventPayload: payload, metadata } = event;
  const headers = source.headersOf?.({ topic, payload, metadata });
  if (!headers) {
    options.logger.warn(
      `An event of topic ${topic} names no type that ${source.id} knows; it was left out`,
    );
    return;
  }
  const incoming = {
    headers,
    body: Buffer.from(JSON.stringify(payload) ?? ''),
    receivedAt: Date.now(),
  };
  const delivery = readDelivery(source, incoming, options.keyOf);
  for (const wait of [...(options.waitsMs ?? WAITS_MS), undefined]) {
    try {
      await options.inbox.take(delivery);
      return;
    } catch (error) {
      // The last attempt's error goes to the bus, which logs it.
      if (wait === undefined) throw error;
      await sleep(wait);
    }
  }
}
