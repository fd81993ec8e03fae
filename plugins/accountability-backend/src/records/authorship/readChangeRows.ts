import { ChangeRecord } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { RecordRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';
import { parseStoredRecord } from '../parseStored';

/** Rows of those of the records that are changes, under the subjects where they live. */
export async function readChangeRows(
  trx: Knex,
  given: { ids: readonly string[]; heads: ReadonlyMap<string, string> },
): Promise<ChangeRecord[]> {
  const { ids, heads } = given;
  if (ids.length === 0) return [];
  const subjects = new Set(ids.flatMap(id => heads.get(id) ?? []));
  const rows: Pick<RecordRow, 'record'>[] = await whereAny(
    whereAny(trx('records').where({ kind: 'change' }), 'record_id', ids),
    'subject',
    [...subjects],
  ).select('record');
  return rows.flatMap(row => {
    const record = parseStoredRecord(row.record);
    return record?.kind === 'change' ? [record] : [];
  });
}
