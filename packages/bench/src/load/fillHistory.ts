import { Pool } from 'pg';

/** Days: nothing of it began later than `after` ago, and nothing longer than `days` before that. */
export interface Past {
  after: number;
  days: number;
}

/** Nothing that began longer ago than 400 days is looked at any more. */
const over: Past = { after: 400, days: 8 * 365 };

/**
 * Fills up the tables to so many records in equal parts of each subject, of a
 * past that is over unless another is given: one deployment in four, builds
 * for the rest, three events each. Written by the database itself, in the
 * shape that the plugin writes.
 */
export async function fillHistory(
  pool: Pool,
  given: {
    subjects: readonly string[];
    records: number;
    past?: Past;
    /** What their ids begin with. */
    name?: string;
  },
): Promise<void> {
  const { subjects, records, past = over, name = 'bench' } = given;
  const { rows } = await pool.query<{ there: number }>(
    `select count(*)::int as there from record_heads where record_id like '${name}:%'`,
  );
  const range = [rows[0].there + 1, records];
  await pool.query(`drop table if exists bench_history`);
  await pool.query(
    `create unlogged table bench_history as
     select '${name}:' || case when n % 4 = 0 then 'deployment' else 'build' end || ':' || n as record_id,
       case when n % 4 = 0 then 'deployment' else 'build' end as kind,
       subject,
       now() - make_interval(days => ${past.after}) - make_interval(secs => (n::bigint * 7919) % (${past.days} * 86400)) as at,
       md5(n::text) || 'bench000' as sha
     from generate_series($1::int, $2::int) as n
     join unnest($3::text[]) with ordinality as named (subject, place)
       on place = 1 + n % cardinality($3::text[])`,
    [...range, subjects],
  );
  await pool.query(
    `insert into record_heads (record_id, subject, revision)
     select record_id, subject, 0 from bench_history`,
  );
  await pool.query(
    `insert into records (subject, record_id, kind, started_at, ended_at, environment, record)
     select subject, record_id, kind, at, at + interval '5 minutes',
       case when kind = 'deployment' then 'production' end,
       json_build_object('endedAt', (extract(epoch from at) * 1000)::bigint + 300000,
         'environment', case when kind = 'deployment' then 'production' end,
         'id', record_id, 'kind', kind, 'result', 'success', 'sha', sha,
         'startedAt', (extract(epoch from at) * 1000)::bigint,
         'state', 'finished', 'subject', subject)::text
     from bench_history`,
  );
  await pool.query(
    `insert into record_events (record_id, event_id, subject, at, event, delivery_id, received_at)
     select record_id, md5(record_id || step) || md5(step), subject, at + step_at, '{}', 'bench', now()
     from bench_history, (values ('pending', interval '0'), ('executing', interval '1 minute'), ('finished', interval '5 minutes')) as steps (step, step_at)`,
  );
  await pool.query('drop table bench_history');
  for (const table of ['record_heads', 'records', 'record_events']) {
    await pool.query(`vacuum analyze ${table}`);
  }
}
