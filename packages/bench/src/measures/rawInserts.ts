import { Pool } from 'pg';
import { perSecond, runLoad } from '../load/runLoad';
import { Measured } from './Measured';

/** Names of the raw rates, to which others are set in relation. */
export const rawNames = {
  one: 'raw insert of a row, 1 at a time',
  many: 'raw insert of a row, 16 at a time',
  batch: 'raw insert in statements of 1,000 rows',
};

const body = 'x'.repeat(900);

/** What this PostgreSQL can do with rows of about a webhook's size, each in a transaction of its own, and in batches. */
export async function rawInserts(
  pool: Pool,
  rows: number,
): Promise<Measured[]> {
  await pool.query(
    'create table bench_raw (id text primary key, at timestamptz not null, body text not null)',
  );
  let id = 0;
  const insert = () =>
    pool.query('insert into bench_raw values ($1, now(), $2)', [
      `row-${id++}`,
      body,
    ]);
  const items = Array.from({ length: rows });
  const one = await runLoad(items.slice(0, Math.ceil(rows / 4)), 1, insert);
  const many = await runLoad(items, 16, insert);
  const batch = await runLoad(items.slice(0, 20), 1, () => {
    const ids = Array.from({ length: 1000 }, () => `row-${id++}`);
    return pool.query(
      'insert into bench_raw select unnest($1::text[]), now(), $2',
      [ids, body],
    );
  });
  await pool.query('drop table bench_raw');
  return [
    { name: rawNames.one, value: perSecond(one), unit: 'rows/s' },
    { name: rawNames.many, value: perSecond(many), unit: 'rows/s' },
    { name: rawNames.batch, value: perSecond(batch) * 1000, unit: 'rows/s' },
  ];
}

/** The measured value of this name. */
export function valueOf(measured: readonly Measured[], name: string): number {
  const found = measured.find(one => one.name === name);
  if (!found) throw new Error(`${name} was not measured`);
  return found.value;
}
