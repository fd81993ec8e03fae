import { RecordEvent } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { RecordEventRow } from '../database/tables';
import { whereAny } from '../database/whereAny';
import { keepBills } from './bills/keepBills';
import { chunked } from './chunked';
import { DeliveredEvents, insertEvents } from './insertEvents';
import { lockHeads } from './lockHeads';
import { lockSeries } from './lockSeries';
import { noteSeen } from './noteSeen';
import { parseStoredEvent } from './parseStored';
import { recordEventId } from './recordEventId';
import { refoldRecords } from './refoldRecords';

type StoredEvent = Pick<
  RecordEventRow,
  'record_id' | 'event_id' | 'subject' | 'event' | 'delivery_id'
>;

/** What replacing came to. */
export interface Replaced {
  /** Subjects whose rows changed. */
  subjects: string[];
  /** Deliveries that now say something else. */
  changed: Set<string>;
  added: number;
  removed: number;
  /** The earliest instant that an added or removed event tells of, epoch milliseconds. */
  earliestAt?: number;
}

/**
 * Puts what deliveries say now in the place of what they said before: events
 * they do not say any more are removed, the others stay or are added, and the
 * records are folded anew. An event that another delivery told first is not
 * theirs to remove. Must run in a transaction.
 */
export async function replaceDeliveryEvents(
  trx: Knex,
  given: readonly DeliveredEvents[],
): Promise<Replaced> {
  const parts = await keepBills(trx, given);
  const said = await readSaid(
    trx,
    parts.map(({ deliveryId }) => deliveryId),
  );
  const gone = findGone(parts, said);
  const events = parts.flatMap(part => part.events);
  const goneEvents = gone.flatMap(({ event }) => parseStoredEvent(event) ?? []);
  const touched = [
    ...events,
    ...gone.map(({ record_id: record, subject }) => ({ record, subject })),
  ];
  if (touched.length === 0) {
    return { subjects: [], changed: new Set(), added: 0, removed: 0 };
  }
  await noteSeen(trx, parts);
  await lockSeries(trx, [...events, ...goneEvents]);
  const heads = await lockHeads(trx, touched);
  await removeEvents(trx, gone);
  const added = await insertEvents(trx, parts);
  const subjects = await refoldRecords(trx, heads, {
    events,
    recordIds: [...added, ...gone].map(({ record_id: record }) => record),
    gone: goneEvents,
  });
  return {
    subjects: [...subjects].sort(),
    changed: new Set([...added, ...gone].map(row => row.delivery_id)),
    added: added.length,
    removed: gone.length,
    earliestAt: earliest(added, events, goneEvents),
  };
}

async function readSaid(
  trx: Knex,
  deliveryIds: readonly string[],
): Promise<StoredEvent[]> {
  return whereAny(trx('record_events'), 'delivery_id', deliveryIds).select(
    'record_id',
    'event_id',
    'subject',
    'event',
    'delivery_id',
  );
}

function findGone(
  parts: readonly DeliveredEvents[],
  said: readonly StoredEvent[],
): StoredEvent[] {
  const now = new Set(
    parts.flatMap(({ deliveryId, events }) =>
      events.map(event => `${deliveryId} ${recordEventId(event)}`),
    ),
  );
  return said.filter(row => !now.has(`${row.delivery_id} ${row.event_id}`));
}

async function removeEvents(
  trx: Knex,
  gone: readonly StoredEvent[],
): Promise<void> {
  for (const rows of chunked(gone)) {
    // An event's id is the digest of all it says, its record among it.
    await whereAny(
      trx('record_events'),
      'event_id',
      rows.map(row => row.event_id),
    )
      .whereIn('record_id', [...new Set(rows.map(row => row.record_id))])
      .delete();
  }
}

function earliest(
  added: readonly { event_id: string }[],
  events: readonly RecordEvent[],
  gone: readonly RecordEvent[],
): number | undefined {
  const fresh = new Set(added.map(row => row.event_id));
  const told = [
    ...events.filter(event => fresh.has(recordEventId(event))),
    ...gone,
  ];
  return told.length > 0 ? Math.min(...told.map(({ at }) => at)) : undefined;
}
