import { ServiceRecord } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { RecordRow } from '../database/tables';
import { chunked } from './chunked';
import { parseStoredRecord } from './parseStored';
import { withoutContributors } from './withoutContributors';

/** Records by their ids, ordered by id, for showing: contributors are left out, and so are those that do not exist. */
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
    records.push(
      ...rows.flatMap(row => parseStoredRecord(row.record) ?? []).map(nameless),
    );
  }
  return records.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function nameless(record: ServiceRecord): ServiceRecord {
  return record.kind === 'change' ? withoutContributors(record) : record;
}
