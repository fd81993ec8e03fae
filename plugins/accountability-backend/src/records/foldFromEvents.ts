import {
  RecordEvent,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { RecordEventRow } from '../database/tables';
import { whereAny } from '../database/whereAny';
import { foldRecord } from './fold/foldRecord';
import { parseStoredEvent } from './parseStored';

/** A record as its stored events fold to it. */
export interface Folded {
  record: ServiceRecord;
  events: readonly RecordEvent[];
}

/**
 * Folds records from all their stored events; those without any are left out.
 * `known` has all events of some of them, which are not read again.
 */
export async function foldFromEvents(
  trx: Knex,
  recordIds: readonly string[],
  known: ReadonlyMap<string, readonly RecordEvent[]> = new Map(),
): Promise<{ folded: Folded[]; empty: string[] }> {
  const stored = await readEvents(
    trx,
    recordIds.filter(id => !known.has(id)),
  );
  const folded = recordIds.flatMap(id => {
    const events = known.get(id) ?? stored.get(id) ?? [];
    const record = foldRecord(events);
    return record ? [{ record, events }] : [];
  });
  const empty = recordIds.filter(id => !known.has(id) && !stored.has(id));
  return { folded, empty };
}

/** Stored events by record; one that cannot be read is left out. */
async function readEvents(
  trx: Knex,
  recordIds: readonly string[],
): Promise<Map<string, RecordEvent[]>> {
  const events = new Map<string, RecordEvent[]>();
  if (recordIds.length === 0) return events;
  const rows: Pick<RecordEventRow, 'record_id' | 'event'>[] = await whereAny(
    trx('record_events'),
    'record_id',
    recordIds,
  ).select('record_id', 'event');
  for (const row of rows) {
    const known = events.get(row.record_id) ?? [];
    events.set(row.record_id, known);
    const event = parseStoredEvent(row.event);
    if (event) known.push(event);
  }
  return events;
}
