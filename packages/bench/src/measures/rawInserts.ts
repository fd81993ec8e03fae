import { DemoDelivery } from 'demo';
import { Pool } from 'pg';
import { Bench } from '../load/Bench';
import { perSecond, runLoad } from '../load/runLoad';
import { insertBare } from './insertBare';
import { Measured } from './Measured';

/** Names of the raw rates, to which others are set in relation. */
export const rawNames = {
  one: 'rows inserted through the same HTTP server, 1 at a time',
  many: 'rows inserted through the same HTTP server, 16 at a time',
  rows: 'webhook bodies inserted straight, 100 rows a statement',
  events: 'events inserted straight, 1,000 rows a statement',
};

/** Inserts the bodies of webhooks through the same HTTP server: a route that does nothing else. */
export async function insertsOverHttp(
  bench: Bench,
  given: { one: readonly DemoDelivery[]; many: readonly DemoDelivery[] },
): Promise<Measured[]> {
  const insert = (delivery: DemoDelivery) => insertBare(bench, delivery);
  const one = await runLoad(given.one, 1, insert);
  const many = await runLoad(given.many, 16, insert);
  return [
    { name: rawNames.one, value: perSecond(one), unit: 'rows/s' },
    { name: rawNames.many, value: perSecond(many), unit: 'rows/s' },
  ];
}

/** What this PostgreSQL takes of the same bytes in batches, with nobody in between. */
export async function insertsInBatches(
  pool: Pool,
  given: {
    webhooks: readonly DemoDelivery[];
    batches: readonly DemoDelivery[];
  },
): Promise<Measured[]> {
  await pool.query(
    'create table bench_raw (id text primary key, received_at timestamptz not null, body bytea not null)',
  );
  let id = 0;
  const insert = (bodies: readonly string[]) =>
    pool.query(
      'insert into bench_raw select id, now(), body from unnest($1::text[], $2::bytea[]) as given(id, body)',
      [bodies.map(() => `row-${id++}`), bodies.map(body => Buffer.from(body))],
    );
  const rate = async (statements: readonly string[][]) => {
    const load = await runLoad(statements, 1, insert);
    return (statements.flat().length / load.tookMs) * 1000;
  };
  const bodiesOf = (deliveries: readonly DemoDelivery[]) =>
    deliveries.map(({ body }) => body);
  const lines = bodiesOf(given.batches).flatMap(body =>
    body.split('\n').filter(line => line !== ''),
  );
  const measured = [
    {
      name: rawNames.rows,
      value: await rate(inParts(bodiesOf(given.webhooks), 100)),
      unit: 'rows/s',
    },
    {
      name: rawNames.events,
      value: await rate(inParts(lines, 1000)),
      unit: 'rows/s',
    },
  ];
  await pool.query('drop table bench_raw');
  return measured;
}

function inParts<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** The measured value of this name. */
export function valueOf(measured: readonly Measured[], name: string): number {
  const found = measured.find(one => one.name === name);
  if (!found) throw new Error(`${name} was not measured`);
  return found.value;
}
