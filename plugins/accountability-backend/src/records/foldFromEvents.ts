import {
  RecordEvent,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { RecordEventRow } from '../database/tables';
import { foldRecord } from './fold/foldRecord';
import { parseStoredEvent } from './parseStored';

/** A record as its stored events fold to it. */
export interface Folded {
  record: ServiceRecord;
  events: readonly RecordEvent[];
  /** Number of distinct events behind it. */
  revision: number;
}

/** Folds records from all their stored events; those without any are left out. */
export async function foldFromEvents(
  trx: Knex,
  recordIds: readonly string[],
): Promise<{ folded: Folded[]; empty: string[] }> {
  const rows: Pick<RecordEventRow, 'record_id' | 'event'>[] = await trx(
    'record_events',
  )
    .whereIn('record_id', recordIds)
    .select('record_id', 'event');
  const events = new Map<string, RecordEvent[]>();
  const revisions = new Map<string, number>();
  for (const row of rows) {
    revisions.set(row.record_id, (revisions.get(row.record_id) ?? 0) + 1);
    const event = parseStoredEvent(row.event);
    if (!event) continue;
    const known = events.get(row.record_id);
    if (known) known.push(event);
    else events.set(row.record_id, [event]);
  }
  const folded = recordIds.flatMap(id => {
    const ofRecord = events.get(id) ?? [];
    const record = foldRecord(ofRecord);
    const revision = revisions.get(id) ?? 0;
    return record ? [{ record, events: ofRecord, revision }] : [];
  });
  return { folded, empty: recordIds.filter(id => !revisions.has(id)) };
}
