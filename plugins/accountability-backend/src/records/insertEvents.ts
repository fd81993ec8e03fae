import { RecordEvent } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { RecordEventRow } from '../database/tables';
import { canonicalJson } from './canonicalJson';
import { chunked } from './chunked';
import { recordEventId } from './recordEventId';

/** Record events of one delivery. */
export interface DeliveredEvents {
  events: readonly RecordEvent[];
  deliveryId: string;
  /** Epoch milliseconds, by our clock. */
  receivedAt: number;
}

/** An event that was not known before. */
export type AddedEvent = Pick<
  RecordEventRow,
  'record_id' | 'event_id' | 'delivery_id'
>;

/** Inserts the events not known yet and gives those. */
export async function insertEvents(
  trx: Knex,
  parts: readonly DeliveredEvents[],
): Promise<AddedEvent[]> {
  const added: AddedEvent[] = [];
  for (const rows of chunked(toRows(parts))) {
    const inserted: AddedEvent[] = await trx('record_events')
      .insert(rows)
      .onConflict(['record_id', 'event_id'])
      .ignore()
      .returning(['record_id', 'event_id', 'delivery_id']);
    added.push(...inserted);
  }
  return added;
}

/** One row an event, whichever delivery told it first. */
function toRows(parts: readonly DeliveredEvents[]): RecordEventRow[] {
  const rows = new Map<string, RecordEventRow>();
  for (const part of parts) {
    for (const event of part.events) {
      const id = recordEventId(event);
      if (!rows.has(id)) {
        rows.set(id, {
          record_id: event.record,
          event_id: id,
          subject: event.subject,
          at: writeInstant(event.at),
          event: canonicalJson(event),
          delivery_id: part.deliveryId,
          received_at: writeInstant(part.receivedAt),
        });
      }
    }
  }
  return [...rows.values()];
}
