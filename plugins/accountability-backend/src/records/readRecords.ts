import {
  RecordKind,
  recordKinds,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { RecordRow } from '../database/tables';
import { chunked } from './chunked';
import { parseStoredRecord } from './parseStored';

/** Which records to read: instants in epoch milliseconds, `from` inclusive, `to` exclusive. */
export interface RecordsQuery {
  subjects: readonly string[];
  from: number;
  to: number;
  /** All kinds where absent. */
  kinds?: readonly RecordKind[];
  /** At most so many, the oldest of them. */
  limit?: number;
}

/**
 * Records begun before `to` that began at or after `from`, ended at or after
 * `from`, or go on; oldest first. Its cost follows the records it gives and
 * not the history before them.
 */
export async function readRecords(
  knex: Knex,
  query: RecordsQuery,
): Promise<ServiceRecord[]> {
  const records: ServiceRecord[] = [];
  for (const subjects of chunked(query.subjects)) {
    const rows = await readRows(knex, { ...query, subjects });
    rows.forEach(row => {
      const record = parseStoredRecord(row.record);
      if (record) records.push(record);
    });
  }
  return records
    .sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1))
    .slice(0, query.limit);
}

/** Three branches, each a range of its own index; one condition with `or` would walk the whole history. */
function readRows(
  knex: Knex,
  query: RecordsQuery,
): Promise<Pick<RecordRow, 'record'>[]> {
  const { subjects, from, to, kinds = recordKinds, limit } = query;
  const branch = () =>
    knex('records')
      .whereIn('subject', subjects)
      .whereIn('kind', kinds)
      .where('started_at', '<', writeInstant(to))
      .select('record', 'started_at', 'record_id');
  const before = () => branch().where('started_at', '<', writeInstant(from));
  const all = branch()
    .where('started_at', '>=', writeInstant(from))
    .unionAll([
      before().where('ended_at', '>=', writeInstant(from)),
      before().whereNull('ended_at'),
    ])
    .orderBy(['started_at', 'record_id']);
  return limit === undefined ? all : all.limit(limit);
}
