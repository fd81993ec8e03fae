import { ChangeRecord } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { RecordRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';
import { parseStoredRecord } from '../parseStored';
import { commitOf } from './leaveOutCovered';

/** Other merged changes that tell of the same merge as any of these, as their rows have them. */
export async function readOfSameCommit(
  trx: Knex,
  changes: readonly ChangeRecord[],
): Promise<ChangeRecord[]> {
  const merged = changes.filter(change => commitOf(change) !== undefined);
  if (merged.length === 0) return [];
  const commits = new Set(merged.map(commitOf));
  const mine = new Set(changes.map(({ id }) => id));
  const query = whereAny(
    trx('records').select('record'),
    'merged_sha',
    merged.flatMap(({ sha }) => sha ?? []),
  );
  const rows: Pick<RecordRow, 'record'>[] = await whereAny(query, 'subject', [
    ...new Set(merged.map(({ subject }) => subject)),
  ]);
  return rows.flatMap(row => {
    const record = parseStoredRecord(row.record);
    if (record?.kind !== 'change' || mine.has(record.id)) return [];
    return commits.has(commitOf(record)) ? [record] : [];
  });
}
