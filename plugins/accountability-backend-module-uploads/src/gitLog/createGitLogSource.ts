import { createHash } from 'node:crypto';
import { Config } from '@backstage/config';
import {
  RecordEvent,
  recordEventSchema,
} from 'backstage-plugin-accountability-common';
import {
  Collected,
  createDetect,
  createIsMachine,
  DeliverySource,
  describeIssues,
  IncomingDelivery,
  RefusedPart,
} from 'backstage-plugin-accountability-node';
import { readText } from '../bodies/readText';
import { gitLogLine } from './gitLogLine';
import { historyHeaders, readHistory } from './readHistory';
import { HistoryReading, toChangeEvent } from './toChangeEvent';

/** 10 MB, inflated. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;
const MOST_LINES = 25_000;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The source of changes out of the history of a clone. Unlike the other uploads
 * it makes no report of one commit: each line is a change of its own. It is read
 * for the markers that the configuration puts in force. Throws `InputError`
 * where that cannot be meant so.
 */
export function createGitLogSource(config?: Config): DeliverySource {
  const reader = {
    detect: createDetect(config),
    isMachine: createIsMachine(config),
  };
  return {
    id: 'git-log',
    authentication: 'service',
    maxBodyBytes: MAX_BODY_BYTES,
    keepHeaders: [...historyHeaders, 'content-type', 'idempotency-key'],
    verify: () => ({
      ok: false,
      because: 'The source git-log takes Backstage principals, not signatures',
    }),
    identify,
    collect: delivery => collect(delivery, reader),
  };
}

/** History does not change: the same lines of the same branch are the same upload, whenever it comes. */
function identify({ headers, body }: IncomingDelivery): string {
  const said = historyHeaders.map(name => headers[name] ?? null);
  const told = createHash('sha256').update(JSON.stringify(said));
  return told.update(headers['idempotency-key'] ?? body).digest('hex');
}

function collect(
  { headers, body, receivedAt }: IncomingDelivery,
  reader: Omit<HistoryReading, 'history'>,
): Collected {
  const bound = readHistory(headers);
  if (!bound.ok) return { status: 'rejected', because: bound.because };
  const read = readText(body);
  if (!read.ok) return { status: 'rejected', because: read.because };
  const lines = read.text.split('\n', MOST_LINES + 1).map(text => text.trim());
  if (lines.length > MOST_LINES && lines.at(-1)) {
    return {
      status: 'rejected',
      because: `The body holds more than ${MOST_LINES} lines; send it in parts`,
      tooLarge: true,
    };
  }
  const events: RecordEvent[] = [];
  const refused: RefusedPart[] = [];
  const reading = { ...reader, history: bound.history };
  lines.forEach((text, index) => {
    if (text === '') return;
    const taken = takeLine(text, reading, receivedAt);
    if ('event' in taken) events.push(taken.event);
    else refused.push({ line: index + 1, because: taken.because });
  });
  return events.length === 0
    ? {
        status: 'rejected',
        because: `No line of the body is a change; line ${refused[0].line}: ${refused[0].because}`,
      }
    : { status: 'accepted', events, refused };
}

function takeLine(
  text: string,
  reading: HistoryReading,
  receivedAt: number,
): { event: RecordEvent } | { because: string } {
  const parsed = parse(text);
  if (!parsed) return { because: 'is not JSON' };
  const line = gitLogLine.safeParse(parsed.value);
  if (!line.success) return { because: describeIssues(line.error) };
  if (Date.parse(line.data.at) > receivedAt + DAY_MS) {
    return {
      because: `at: ${line.data.at} lies more than a day after it came in`,
    };
  }
  const event = recordEventSchema.safeParse(toChangeEvent(line.data, reading));
  return event.success
    ? { event: event.data }
    : { because: describeIssues(event.error) };
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
