import { createHash } from 'node:crypto';
import {
  RecordEventInput,
  recordEventSchema,
} from 'backstage-plugin-accountability-common';
import {
  Collected,
  DeliverySource,
  IncomingDelivery,
} from 'backstage-plugin-accountability-node';
import { isOfService } from './binding/isOfService';
import { bindingHeaders, readBinding } from './binding/readBinding';
import { readText } from './bodies/readText';
import { prepareReports } from './events/prepareReports';
import { resolveAt } from './events/resolveAt';
import { toRecordEvents } from './events/toRecordEvents';
import { toTimedEvents } from './events/toTimedEvents';
import { UploadFormat } from './UploadFormat';

/** 32 MB, inflated. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** Makes a source of uploads by Backstage principals out of a format. */
export function createUploadSource(format: UploadFormat): DeliverySource {
  return {
    id: format.id,
    authentication: 'service',
    maxBodyBytes: MAX_BODY_BYTES,
    keepHeaders: [...bindingHeaders, 'content-type', 'idempotency-key'],
    verify: () => ({
      ok: false,
      because: `The source ${format.id} takes Backstage principals, not signatures`,
    }),
    identify: delivery => identify(format, delivery),
    collect: delivery => collect(format, delivery),
  };
}

/**
 * An upload is told from another by its parameters too: the same empty result
 * of two commits is two uploads. Where the caller gives neither a key nor a
 * time, the day counts: a scan may find the same every night, and did run. How
 * a service stands may be as it was an hour ago and otherwise in between, so
 * there it is the minute.
 */
function identify(
  format: UploadFormat,
  { headers, body, receivedAt }: IncomingDelivery,
): string {
  const key = headers['idempotency-key'];
  const said = bindingHeaders.map(name => headers[name] ?? null);
  const told = createHash('sha256').update(JSON.stringify(said));
  if (key) return told.update(key).digest('hex');
  const digits = isOfService(format.id) ? 16 : 10;
  const time = new Date(receivedAt).toISOString().slice(0, digits);
  if (!headers['x-accountability-at']) told.update(time);
  return told.update(body).digest('hex');
}

function collect(
  format: UploadFormat,
  { headers, body, receivedAt }: IncomingDelivery,
): Collected {
  const bound = readBinding(format.id, headers);
  if (!bound.ok) return { status: 'rejected', because: bound.because };
  const read = readText(body);
  if (!read.ok) return { status: 'rejected', because: read.because };
  const { binding } = bound;
  const reading = format.read({ text: read.text, binding });
  if ('ignored' in reading) {
    return { status: 'ignored', because: reading.ignored };
  }
  if ('refused' in reading) {
    const { refused: because, tooLarge } = reading;
    return { status: 'rejected', because, tooLarge };
  }
  const events: RecordEventInput[] = [];
  const toEvents = isOfService(format.id) ? toTimedEvents : toRecordEvents;
  for (const report of prepareReports(reading.reports, binding)) {
    const { madeAt } = report;
    const resolved = resolveAt({ said: binding.at, madeAt, receivedAt });
    if (!resolved.ok) return { status: 'rejected', because: resolved.because };
    const { at } = resolved;
    events.push(...toEvents({ format: format.id, binding, report, at }));
  }
  return {
    status: 'accepted',
    events: events.map(event => recordEventSchema.parse(event)),
  };
}
