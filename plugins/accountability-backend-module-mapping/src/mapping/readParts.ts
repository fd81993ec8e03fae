import {
  RecordEvent,
  recordEventSchema,
} from 'backstage-plugin-accountability-common';
import {
  Collected,
  RefusedPart,
  describeIssues,
} from 'backstage-plugin-accountability-node';
import { Scope } from '../expressions/Scope';
import { Entry } from './compileEntry';
import { Part } from './partsOf';

/** Sentences of a verdict at most. */
const MOST_SENTENCES = 3;

type ReadEvent = { event: RecordEvent } | { because: string };

/** Reads the record events of a delivery. One that cannot be read is refused, and the others are taken; none at all rejects the delivery. */
export function readParts(parts: readonly Part[]): Collected {
  const events: RecordEvent[] = [];
  const refused: RefusedPart[] = [];
  for (const { entry, scopes, because } of parts) {
    if (because !== undefined) refused.push({ line: 1, because });
    scopes.forEach((scope, index) => {
      const read = readEvent(entry, scope);
      if ('event' in read) events.push(read.event);
      else refused.push({ line: index + 1, because: read.because });
    });
  }
  if (events.length > 0) return { status: 'accepted', events, refused };
  if (refused.length > 0) {
    const sentences = [...new Set(refused.map(part => part.because))];
    return {
      status: 'rejected',
      because: sentences.slice(0, MOST_SENTENCES).join('; '),
    };
  }
  const lists = parts.map(({ entry }) => `${entry.path}.each`).join(' and ');
  return { status: 'ignored', because: `${lists} gives an empty list` };
}

/** Every required field has to be there; the others are left out where they are not. */
function readEvent(entry: Entry, scope: Scope): ReadEvent {
  const event: Record<string, unknown> = { kind: entry.kind };
  for (const [name, field] of entry.fields) {
    const value = field.read(scope);
    if (value.ok) event[name] = value.value;
    else if (field.isRequired) {
      return { because: `${field.path}: ${value.because}` };
    }
  }
  const parsed = recordEventSchema.safeParse(event);
  return parsed.success
    ? { event: parsed.data }
    : { because: `${entry.path}: ${describeIssues(parsed.error)}` };
}
