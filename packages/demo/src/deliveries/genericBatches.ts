import { createHash } from 'node:crypto';
import {
  OwnerChangeInput,
  RecordEventInput,
} from 'backstage-plugin-accountability-common';
import { DemoDelivery } from './DemoDelivery';

/** Lines the generic source takes in one delivery. */
const linesPerBatch = 2000;

/** Packs events into NDJSON deliveries of up to 2,000 lines, holding one batch at a time. */
export function* genericBatches(
  events: Iterable<RecordEventInput | OwnerChangeInput>,
): Generator<DemoDelivery> {
  let lines: string[] = [];
  for (const event of events) {
    lines.push(JSON.stringify(event));
    if (lines.length === linesPerBatch) {
      yield batchOf(lines);
      lines = [];
    }
  }
  if (lines.length > 0) yield batchOf(lines);
}

function batchOf(lines: string[]): DemoDelivery {
  const body = `${lines.join('\n')}\n`;
  const digest = createHash('sha256').update(body).digest('hex');
  return {
    source: 'generic',
    headers: {
      'content-type': 'application/x-ndjson',
      'idempotency-key': `halden-${digest.slice(0, 40)}`,
    },
    body,
    events: lines.length,
  };
}
