import { RecordEventInput } from 'backstage-plugin-accountability-common';
import { z } from 'zod';

/** What one collector makes of one payload. */
export type CollectorResult =
  | { events: RecordEventInput[] }
  | { ignored: string };

/** Reads one type of event of one source. Pure: no clock, no I/O. */
export interface Collector<TPayload = unknown> {
  /** The source's name of the event type: `deployment_status`, `incident.triggered`. */
  event: string;
  /** The part of the payload that is read; anything else may change freely. */
  schema: z.ZodType<TPayload>;
  collect(payload: TPayload): CollectorResult;
}

/** Ties the payload's type to its schema. */
export function defineCollector<TPayload>(
  collector: Collector<TPayload>,
): Collector {
  return {
    ...collector,
    collect: payload => collector.collect(collector.schema.parse(payload)),
  };
}
