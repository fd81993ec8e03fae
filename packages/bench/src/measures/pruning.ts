import { mockCredentials } from '@backstage/backend-test-utils';
import { Bench } from '../load/Bench';
import { fillHistory } from '../load/fillHistory';
import { readAtRest } from '../load/readAtRest';
import { readMeanwhile } from '../load/readMeanwhile';
import { quantile } from '../load/runLoad';
import { subjectsOf } from '../load/subjectsOf';
import { waitUntil } from '../load/waitUntil';
import { retentionDays } from '../server/retentionDays';
import { Measured } from './Measured';

const RECORDS = 50_000;
const name = 'benchold';

/** Records past their time are taken away while pages are read: how fast, beside a plain delete of as many rows, and what it does to the pages. */
export async function pruning(bench: Bench): Promise<Measured[]> {
  const { pool, options } = bench;
  options.say(`laying ${RECORDS} records past their time`);
  await fillHistory(pool, {
    subjects: (await subjectsOf(bench)).map(({ subject }) => subject),
    records: RECORDS,
    past: { after: retentionDays + 1, days: 365 },
    name,
  });
  const bare = await deletePlainly(bench);
  const rest = await readAtRest(bench);
  await prune(bench);
  await waitUntil('pruning', async () => (await left(bench)) < RECORDS);
  const begun = performance.now();
  const before = await left(bench);
  const reading = readMeanwhile(bench);
  await waitUntil('its end', async () => (await left(bench)) === 0, {
    everyMs: 100,
  });
  const rate = (before / (performance.now() - begun)) * 1000;
  const p95 = quantile(await reading.stop(), 0.95);
  return [
    {
      name: 'records taken away past their time, three events each',
      value: rate,
      unit: 'records/s',
      ratio: {
        to: 'rows deleted plainly, 500 a statement',
        value: rate / bare,
      },
    },
    {
      name: 'pages meanwhile, p95',
      value: p95,
      unit: 'ms',
      ratio: { to: 'the same at rest', value: p95 / rest },
    },
  ];
}

/** Rows of a table with one key that a second takes away. */
async function deletePlainly({ pool }: Bench): Promise<number> {
  await pool.query('drop table if exists bench_plain');
  await pool.query('create table bench_plain (id int primary key, body text)');
  await pool.query(
    `insert into bench_plain select n, repeat(md5(n::text), 20)
     from generate_series(1, ${RECORDS}) as n`,
  );
  const begun = performance.now();
  for (let from = 1; from <= RECORDS; from += 500) {
    await pool.query('delete from bench_plain where id between $1 and $2', [
      from,
      from + 499,
    ]);
  }
  const seconds = (performance.now() - begun) / 1000;
  await pool.query('drop table bench_plain');
  return RECORDS / seconds;
}

/** The hourly task, now. */
async function prune({ server }: Bench): Promise<void> {
  const response = await fetch(
    `${server.baseUrl}/api/accountability/.backstage/scheduler/v1/tasks/retention/trigger`,
    {
      method: 'POST',
      headers: { authorization: mockCredentials.service.header() },
    },
  );
  if (!response.ok) throw new Error(`Pruning: ${response.status}`);
}

async function left({ pool }: Bench): Promise<number> {
  const { rows } = await pool.query<{ left: number }>(
    `select count(*)::int as left from record_heads
     where record_id >= '${name}:' and record_id < '${name};'`,
  );
  return rows[0].left;
}
