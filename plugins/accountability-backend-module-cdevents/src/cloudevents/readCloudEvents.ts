import { IncomingDelivery } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { CloudEvent, CloudEvents } from './CloudEvent';
import { decodeHeader } from './decodeHeader';
import { parseJson } from './parseJson';

const CLOUD_EVENTS = 'application/cloudevents';

const optionalText = z.string().optional().catch(undefined);

const structured = z.object({
  specversion: z.string(),
  id: optionalText,
  source: optionalText,
  type: optionalText,
  data: z.unknown().optional(),
  data_base64: optionalText,
});

/**
 * The CloudEvents of a request. A content type of CloudEvents means structured
 * or batched mode, headers of CloudEvents mean binary mode, and without either
 * the body shows by its form what it is: relays lose content types.
 */
export function readCloudEvents({
  headers,
  body,
}: IncomingDelivery): CloudEvents {
  const type = (headers['content-type'] ?? '').split(';')[0].trim();
  const isCloudEvents = type.toLowerCase().startsWith(CLOUD_EVENTS);
  if (isCloudEvents && !type.toLowerCase().endsWith('+json')) {
    return {
      ok: false,
      because: `CloudEvents as ${JSON.stringify(
        type,
      )} cannot be read; send them as JSON`,
    };
  }
  const value = parseJson(body.toString('utf8'));
  if (value === undefined)
    return { ok: false, because: 'The body is not JSON' };
  if (!isCloudEvents && (headers['ce-type'] ?? headers['ce-id'])) {
    return { ok: true, isBatch: false, events: [fromHeaders(headers, value)] };
  }
  return Array.isArray(value)
    ? { ok: true, isBatch: true, events: value.map(fromValue) }
    : { ok: true, isBatch: false, events: [fromValue(value)] };
}

function fromHeaders(
  headers: IncomingDelivery['headers'],
  data: unknown,
): CloudEvent {
  const attribute = (name: string) => {
    const value = headers[`ce-${name}`];
    return value === undefined ? undefined : decodeHeader(value);
  };
  return {
    id: attribute('id'),
    source: attribute('source'),
    type: attribute('type'),
    data,
  };
}

/** A CloudEvent in JSON, or a CDEvent without an envelope. */
function fromValue(value: unknown): CloudEvent {
  const read = structured.safeParse(value);
  if (!read.success) return { data: value };
  const { id, source, type, data, data_base64: encoded } = read.data;
  return {
    id,
    source,
    type,
    data:
      encoded === undefined
        ? dataOf(data)
        : parseJson(Buffer.from(encoded, 'base64').toString('utf8')),
  };
}

/** Some senders write data of a JSON type they do not know as a text. */
function dataOf(data: unknown): unknown {
  return typeof data === 'string' ? parseJson(data) : data;
}
