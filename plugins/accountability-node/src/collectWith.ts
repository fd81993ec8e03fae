import {
  RecordEvent,
  RecordEventInput,
  recordEventSchema,
} from 'backstage-plugin-accountability-common';
import { z } from 'zod';
import { Collector, CollectorContext } from './defineCollector';
import { Collected } from './DeliverySource';
import { describeIssues } from './describeIssues';

/** A payload and the source's name of its type. */
export interface TypedPayload {
  type: string;
  payload: unknown;
  context: CollectorContext;
}

/**
 * Reads payloads with the collector of their type. A collector of
 * `incident.*` reads the types under `incident.` that have none of their
 * own. A type without a collector is unsupported, a payload that is not what
 * its collector expects is rejected.
 */
export function collectWith(
  collectors: readonly Collector[],
): (given: TypedPayload) => Collected {
  const byEvent = new Map(
    collectors.map(collector => [collector.event, collector]),
  );
  return ({ type, payload, context }) => {
    const collector =
      byEvent.get(type) ?? byEvent.get(`${type.split('.')[0]}.*`);
    return collector
      ? run(collector, payload, context)
      : {
          status: 'unsupported',
          because: `No collector reads ${JSON.stringify(
            type,
          )} yet; the delivery is kept for replay`,
        };
  };
}

function run(
  collector: Collector,
  payload: unknown,
  context: CollectorContext,
): Collected {
  try {
    const result = collector.collect(payload, context);
    return 'ignored' in result
      ? { status: 'ignored', because: result.ignored }
      : { status: 'accepted', events: result.events.map(toEvent) };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    return {
      status: 'rejected',
      because: `The payload is not the "${
        collector.event
      }" that is known: ${describeIssues(error)}`,
    };
  }
}

function toEvent(event: RecordEventInput): RecordEvent {
  return recordEventSchema.parse(event);
}
