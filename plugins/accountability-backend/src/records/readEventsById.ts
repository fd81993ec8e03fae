import { RecordEvent } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { RecordEventRow } from '../database/tables';
import { whereAny } from '../database/whereAny';
import { parseStoredEvent } from './parseStored';

/** All events of records, by record id, in one statement. Folding those up to an instant gives the record as it stood then. */
export async function readEventsById(
  knex: Knex,
  { ids }: { ids: readonly string[] },
): Promise<Map<string, RecordEvent[]>> {
  const events = new Map<string, RecordEvent[]>();
  if (ids.length === 0) return events;
  const rows: Pick<RecordEventRow, 'record_id' | 'event'>[] = await whereAny(
    knex('record_events').select('record_id', 'event'),
    'record_id',
    [...new Set(ids)].sort(),
  );
  for (const row of rows) {
    const event = parseStoredEvent(row.event);
    const known = events.get(row.record_id);
    if (event && known) known.push(event);
    else if (event) events.set(row.record_id, [event]);
  }
  return events;
}
