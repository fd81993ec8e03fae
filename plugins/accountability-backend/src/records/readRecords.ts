import {
  RecordKind,
  recordKinds,
  ReportRecord,
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
  /** One for all kinds, or one for each; those without one are not read. */
  from: number | ReadonlyMap<RecordKind, number>;
  to: number;
  /** All kinds where absent. */
  kinds?: readonly RecordKind[];
  /** Formats of reports; all where absent. */
  reports?: readonly ReportRecord['format'][];
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
    for (const row of rows) {
      const record = parseStoredRecord(row.record);
      if (record) records.push(record);
    }
  }
  return records
    .sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1))
    .slice(0, query.limit);
}

/** Three branches, each a range of its own index; one condition with `or` would walk the whole history. */
async function readRows(
  knex: Knex,
  query: RecordsQuery,
): Promise<Pick<RecordRow, 'record'>[]> {
  const { subjects, to, limit, reports } = query;
  // Of many rows the order costs more than reading them; only the oldest few are found by it.
  const columns =
    limit === undefined ? ['record'] : ['record', 'started_at', 'record_id'];
  const branches = kindsByStart(query).flatMap(({ kinds, from }) => {
    const branch = () => {
      const rows = knex('records')
        .whereIn('subject', subjects)
        .whereIn('kind', kinds)
        .where('started_at', '<', writeInstant(to))
        .select(columns);
      return reports && kinds.includes('report')
        ? rows.where(of => of.whereNull('format').orWhereIn('format', reports))
        : rows;
    };
    const before = () => branch().where('started_at', '<', writeInstant(from));
    return [
      branch().where('started_at', '>=', writeInstant(from)),
      before().where('ended_at', '>=', writeInstant(from)),
      before().whereNull('ended_at'),
    ];
  });
  const [first, ...others] = branches;
  if (!first) return [];
  const all = first.unionAll(others);
  return limit === undefined
    ? all
    : all.orderBy(['started_at', 'record_id']).limit(limit);
}

/** Kinds that are read from the same instant on, together. */
function kindsByStart({
  from,
  kinds = recordKinds,
}: RecordsQuery): { from: number; kinds: RecordKind[] }[] {
  const byStart = new Map<number, RecordKind[]>();
  for (const kind of kinds) {
    const start = typeof from === 'number' ? from : from.get(kind);
    if (start === undefined) continue;
    byStart.set(start, [...(byStart.get(start) ?? []), kind]);
  }
  return [...byStart].map(([start, of]) => ({ from: start, kinds: of }));
}
