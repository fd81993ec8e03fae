import { RecordEvent } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { insertRows } from '../database/insertRows';
import { RecordEventRow } from '../database/tables';
import { canonicalJson } from './canonicalJson';
import { digestOf } from './recordEventId';

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

type NewRow = RecordEventRow & { at: Date; received_at: Date };

/** Inserts the events not known yet and gives those. */
export async function insertEvents(
  trx: Knex,
  parts: readonly DeliveredEvents[],
): Promise<AddedEvent[]> {
  return insertRows(
    trx,
    {
      table: 'record_events',
      key: ['record_id', 'event_id'],
      onConflict: 'nothing',
      returning: ['record_id', 'event_id', 'delivery_id'],
    },
    toRows(parts),
  );
}

/** One row an event, whichever delivery told it first. */
function toRows(parts: readonly DeliveredEvents[]): NewRow[] {
  const rows = new Map<string, NewRow>();
  for (const part of parts) {
    for (const event of part.events) {
      const text = canonicalJson(event);
      const id = digestOf(text);
      if (!rows.has(id)) {
        rows.set(id, {
          record_id: event.record,
          event_id: id,
          subject: event.subject,
          at: writeInstant(event.at),
          event: text,
          delivery_id: part.deliveryId,
          received_at: writeInstant(part.receivedAt),
        });
      }
    }
  }
  // In the order of the key, whose index then grows page by page.
  return [...rows.values()].sort((a, b) =>
    a.record_id < b.record_id ? -1 : 1,
  );
}
