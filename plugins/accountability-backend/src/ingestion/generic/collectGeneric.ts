import {
  OwnerChange,
  ownerChangeSchema,
  RecordEvent,
  recordEventSchema,
} from 'backstage-plugin-accountability-common';
import {
  Collected,
  describeIssues,
  IncomingDelivery,
  RefusedPart,
} from 'backstage-plugin-accountability-node';
import { readParts } from './readParts';

/** Most events of one delivery: a transaction of about a second. */
const MOST_EVENTS = 5000;

/** Reads record events and owner changes; parts that are not valid are refused with their place, the rest is taken. */
export function collectGeneric({ headers, body }: IncomingDelivery): Collected {
  const read = readParts(headers['content-type'] ?? '', body.toString('utf8'));
  if (!read.ok) return { status: 'rejected', because: read.because };
  if (read.parts.length === 0) {
    return { status: 'rejected', because: 'The body holds no events' };
  }
  if (read.parts.length > MOST_EVENTS) {
    return {
      status: 'rejected',
      because: `The body holds ${read.parts.length} events, and at most ${MOST_EVENTS} are taken at once; send it in parts`,
      tooLarge: true,
    };
  }
  const events: RecordEvent[] = [];
  const ownerChanges: OwnerChange[] = [];
  const refused: RefusedPart[] = [];
  for (const part of read.parts) {
    const taken = 'value' in part ? validate(part.value) : part;
    if ('event' in taken) events.push(taken.event);
    else if ('ownerChange' in taken) ownerChanges.push(taken.ownerChange);
    else refused.push({ line: part.line, because: taken.because });
  }
  return { status: 'accepted', events, ownerChanges, refused };
}

function validate(
  value: unknown,
): { event: RecordEvent } | { ownerChange: OwnerChange } | { because: string } {
  if (kindOf(value) === 'owner') {
    const change = ownerChangeSchema.safeParse(value);
    return change.success
      ? { ownerChange: change.data }
      : { because: describeIssues(change.error) };
  }
  const event = recordEventSchema.safeParse(value);
  return event.success
    ? { event: event.data }
    : { because: describeIssues(event.error) };
}

function kindOf(value: unknown): unknown {
  return value !== null && typeof value === 'object' && 'kind' in value
    ? value.kind
    : undefined;
}
