import { z } from 'zod';
import { CloudEvent } from './cloudevents/CloudEvent';

const text = z.string().min(1);
const identity = z.object({ source: text, id: text, type: text });
const cdEvent = z.object({ context: identity });

/**
 * What an event is told apart by: events about one thing may share source and
 * id and differ in type. The same in every mode, and whether or not there is
 * an envelope; undefined where it says none.
 */
export function identifyCloudEvent(event: CloudEvent): string | undefined {
  const inside = cdEvent.safeParse(event.data);
  const read = inside.success
    ? { success: true as const, data: inside.data.context }
    : identity.safeParse(event);
  if (!read.success) return undefined;
  const { source, id, type } = read.data;
  return JSON.stringify([source, id, type]);
}
