import { setTimeout as sleep } from 'node:timers/promises';
import { sendDelivery } from 'demo';
import { Bench } from '../load/Bench';
import { quantile, runLoad } from '../load/runLoad';
import { senderOf } from '../load/senderOf';
import { drained } from './assessment';
import { deployOnce, deploymentOf, livePrefix, Subject } from './deployOnce';
import { insertBare } from './insertBare';
import { Measured } from './Measured';

/** PostgreSQL adds what a connection did to its statistics after up to so long. */
const STATISTICS_MS = 12_000;

/** Between two events whose rows are counted, so that each is assessed by itself. */
const PAUSE_MS = 200;

interface Touched {
  read: number;
  written: number;
}

/**
 * What one event costs while a history of so many records lies behind: rows
 * read and written until the service's result counts it, and the time. What
 * the server does besides is measured idle, and taken off. Nobody asks for the
 * result while rows are counted, since that reads rows of its own; the time is
 * taken after that.
 */
export async function incremental(
  bench: Bench,
  { records, services }: { records: number; services: readonly Subject[] },
): Promise<Measured[]> {
  const { samples } = bench.options;
  await evenOut(bench);
  await drained(bench);
  // What was done before is in the statistics by then.
  await sleep(STATISTICS_MS);
  const idle = await touchedWithin(bench, () => sleep(STATISTICS_MS));
  const busy = await touchedWithin(bench, async () => {
    for (let i = 0; i < samples; i++) {
      const delivery = deploymentOf(services[i % services.length], Date.now());
      await sendDelivery(senderOf(bench.server), delivery);
      await sleep(PAUSE_MS);
    }
  });
  const { waits, bare } = await timed(bench, services);
  const perEvent = (what: keyof Touched) =>
    (busy[what] - (idle[what] / idle.ms) * busy.ms) / samples;
  const name = (what: string) => `with ${records} records behind: ${what}`;
  return [
    {
      name: name('rows read an event'),
      value: perEvent('read'),
      unit: 'rows',
    },
    {
      name: name('rows written an event'),
      value: perEvent('written'),
      unit: 'rows',
    },
    {
      name: name('acknowledged delivery to changed result, p50'),
      value: quantile(waits, 0.5),
      unit: 'ms',
      ratio: {
        to: 'a bare insert of the same bytes meanwhile',
        value: quantile(waits, 0.5) / quantile(bare, 0.5),
      },
    },
  ];
}

/** How long events take, each after a bare insert, so that what else the machine does shows in both. */
async function timed(
  bench: Bench,
  services: readonly Subject[],
): Promise<{ waits: number[]; bare: number[] }> {
  const waits: number[] = [];
  const bare: number[] = [];
  for (let i = 0; i < bench.options.samples; i++) {
    const service = services[i % services.length];
    const delivery = deploymentOf(service, Date.now());
    const { tookMs } = await runLoad([delivery], 1, one =>
      insertBare(bench, one),
    );
    bare.push(tookMs);
    waits.push(await deployOnce(bench, service));
  }
  return { waits, bare };
}

/**
 * Makes every size the same but for its history: takes away what was sent for
 * another one, and has PostgreSQL look at all tables, so that it does not come
 * to read small ones whole in the middle of it.
 */
async function evenOut({ pool }: Bench): Promise<void> {
  for (const table of ['records', 'record_events', 'record_heads']) {
    await pool.query(`delete from ${table} where record_id like $1`, [
      `${livePrefix}%`,
    ]);
  }
  await pool.query('vacuum analyze');
}

async function touchedWithin(
  bench: Bench,
  work: () => Promise<void>,
): Promise<Touched & { ms: number }> {
  const before = await readTouched(bench);
  const begun = performance.now();
  await work();
  await sleep(STATISTICS_MS);
  const ms = performance.now() - begun;
  const after = await readTouched(bench);
  return {
    read: after.read - before.read,
    written: after.written - before.written,
    ms,
  };
}

async function readTouched({ pool }: Bench): Promise<Touched> {
  const { rows } = await pool.query<{ read: string; written: string }>(
    `select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) as read,
       sum(n_tup_ins + n_tup_upd + n_tup_del) as written
     from pg_stat_user_tables`,
  );
  return { read: Number(rows[0].read), written: Number(rows[0].written) };
}
