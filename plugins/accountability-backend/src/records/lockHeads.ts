import { RecordEvent } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { RecordHeadRow } from '../database/tables';
import { chunked } from './chunked';

/**
 * Locks the heads of all records the events are about, creating those that
 * are new, and gives the subject each record lives under now. Sorted, so
 * that two writers wait for each other instead of deadlocking.
 */
export async function lockHeads(
  trx: Knex,
  events: readonly Pick<RecordEvent, 'record' | 'subject'>[],
): Promise<Map<string, string>> {
  const subjects = new Map<string, string>();
  for (const event of events) {
    if (!subjects.has(event.record)) subjects.set(event.record, event.subject);
  }
  const rows = [...subjects.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([record_id, subject]) => ({ record_id, subject, revision: 0 }));
  const heads = new Map<string, string>();
  for (const chunk of chunked(rows)) {
    // The update changes nothing; it is what takes the row's lock.
    const locked: Pick<RecordHeadRow, 'record_id' | 'subject'>[] = await trx(
      'record_heads',
    )
      .insert(chunk)
      .onConflict('record_id')
      .merge({ revision: trx.ref('record_heads.revision') })
      .returning(['record_id', 'subject']);
    locked.forEach(row => heads.set(row.record_id, row.subject));
  }
  return heads;
}
