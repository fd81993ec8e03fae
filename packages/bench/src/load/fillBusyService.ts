import { recordKinds } from 'backstage-plugin-accountability-common';
import { Pool } from 'pg';
import { busyRecords } from './busyRecords';

/** Rows of one statement. */
const ROWS = 5000;

/** Gives one subject so many records within the windows of the facts, written as the plugin writes them. */
export async function fillBusyService(
  pool: Pool,
  { subject, records }: { subject: string; records: number },
): Promise<void> {
  const all = busyRecords({ subject, now: Date.now() }, records);
  for (let start = 0; start < all.length; start += ROWS) {
    const rows = all.slice(start, start + ROWS).map(record => ({
      record_id: record.id,
      kind: record.kind,
      started_at: new Date(record.startedAt),
      ended_at: record.endedAt === undefined ? null : new Date(record.endedAt),
      environment:
        record.kind === 'deployment' ? record.environment ?? null : null,
      record: JSON.stringify(record),
    }));
    await pool.query(
      `with given as (
         select * from json_to_recordset($2::json) as row (
           record_id text, kind text, started_at timestamptz,
           ended_at timestamptz, environment text, record text)
       ), heads as (
         insert into record_heads (record_id, subject, revision)
         select record_id, $1, 0 from given
       )
       insert into records (subject, record_id, kind, started_at, ended_at, environment, record)
       select $1, record_id, kind, started_at, ended_at, environment, record from given`,
      [subject, JSON.stringify(rows)],
    );
  }
  await pool.query(
    `insert into subjects (subject, first_seen_at) values ($1, now())
     on conflict do nothing`,
    [subject],
  );
  await pool.query(
    `insert into record_kinds (kind, first_seen_at)
     select kind, now() from unnest($1::text[]) as kind on conflict do nothing`,
    [recordKinds],
  );
  await pool.query('vacuum analyze records, record_heads');
}
