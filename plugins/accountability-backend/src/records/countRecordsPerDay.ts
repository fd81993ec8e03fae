import { RecordKind } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { chunked } from './chunked';

/** How many records of a kind began on a day. */
export interface RecordsOfDay {
  /** UTC day, `2026-11-23`. */
  day: string;
  kind: RecordKind;
  count: number;
}

/** Counts records by the UTC day they began on, `from` inclusive, `to` exclusive; days without any are absent. */
export async function countRecordsPerDay(
  knex: Knex,
  query: {
    subjects: readonly string[];
    kinds: readonly RecordKind[];
    from: number;
    to: number;
  },
): Promise<RecordsOfDay[]> {
  const day = knex.raw(
    knex.client.config.client === 'pg'
      ? "to_char(started_at at time zone 'UTC', 'YYYY-MM-DD')"
      : "strftime('%Y-%m-%d', started_at / 1000, 'unixepoch')",
  );
  const counts = new Map<string, RecordsOfDay>();
  for (const chunk of chunked(query.subjects)) {
    const rows: { day: string; kind: RecordKind; count: number | string }[] =
      await knex('records')
        .whereIn('subject', chunk)
        .whereIn('kind', query.kinds)
        .where('started_at', '>=', writeInstant(query.from))
        .where('started_at', '<', writeInstant(query.to))
        .groupByRaw('1, 2')
        .select({ day }, 'kind')
        .count({ count: '*' });
    for (const row of rows) {
      const key = `${row.day} ${row.kind}`;
      const before = counts.get(key)?.count ?? 0;
      counts.set(key, { ...row, count: before + Number(row.count) });
    }
  }
  return [...counts.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, count]) => count);
}
