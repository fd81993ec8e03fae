import { RecordEventInput } from 'backstage-plugin-accountability-common';
import { z } from 'zod';
import { IncomingDelivery } from './DeliverySource';

/** What one collector makes of one payload. */
export type CollectorResult =
  | { events: RecordEventInput[] }
  | { ignored: string };

/** What a payload came with: the headers that its source keeps, and when it came (epoch milliseconds). */
export interface CollectorContext {
  headers: IncomingDelivery['headers'];
  receivedAt: number;
}

/** Reads one type of event of one source. Pure: no clock, no I/O. */
export interface Collector<TPayload = unknown> {
  /** The source's name of the event type: `deployment_status`, `incident.triggered`. */
  event: string;
  /** The part of the payload that is read; anything else may change freely. */
  schema: z.ZodType<TPayload>;
  collect(payload: TPayload, context: CollectorContext): CollectorResult;
}

/** Ties the payload's type to its schema. */
export function defineCollector<TPayload>(
  collector: Collector<TPayload>,
): Collector {
  return {
    ...collector,
    collect: (payload, context) =>
      collector.collect(collector.schema.parse(payload), context),
  };
}
