import { ServiceRecord } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { RecordRow } from '../database/tables';
import { chunked } from './chunked';
import { parseStoredRecord } from './parseStored';

/** Records by their ids, ordered by id; those that do not exist are left out. */
export async function readRecordsById(
  knex: Knex,
  { ids }: { ids: readonly string[] },
): Promise<ServiceRecord[]> {
  const records: ServiceRecord[] = [];
  for (const chunk of chunked([...new Set(ids)].sort())) {
    // The head says under which subject a record lives, which leads the key.
    const rows: Pick<RecordRow, 'record'>[] = await knex('record_heads')
      .join('records', join =>
        join
          .on('records.subject', 'record_heads.subject')
          .andOn('records.record_id', 'record_heads.record_id'),
      )
      .whereIn('record_heads.record_id', chunk)
      .select('records.record');
    records.push(...rows.flatMap(row => parseStoredRecord(row.record) ?? []));
  }
  return records.sort((a, b) => (a.id < b.id ? -1 : 1));
}
