import { setTimeout as sleep } from 'node:timers/promises';
import { genericBatches, sendDelivery } from 'demo';
import { Bench } from '../load/Bench';
import { quantile } from '../load/runLoad';
import { senderOf } from '../load/senderOf';
import { waitUntil } from '../load/waitUntil';
import { drained } from './assessment';
import { Measured } from './Measured';

/** PostgreSQL adds what a connection did to its statistics after up to so long. */
const STATISTICS_MS = 12_000;

/** A service and one name of it. */
export interface Subject {
  entityRef: string;
  subject: string;
}

interface Touched {
  read: number;
  written: number;
}

/**
 * What one event costs while a history of so many records lies behind: rows
 * read and written until the service's result counts it, and the time.
 * What the server does besides is measured idle, and taken off.
 */
export async function incremental(
  bench: Bench,
  { records, services }: { records: number; services: readonly Subject[] },
): Promise<Measured[]> {
  const { options } = bench;
  await drained(bench);
  // What was done before is in the statistics by then.
  await sleep(STATISTICS_MS);
  const idle = await touchedWithin(bench, () => sleep(STATISTICS_MS));
  const waits: number[] = [];
  const busy = await touchedWithin(bench, async () => {
    for (let i = 0; i < options.samples; i++) {
      waits.push(await deployOnce(bench, services[i % services.length]));
    }
  });
  const perEvent = (what: keyof Touched) =>
    (busy[what] - (idle[what] / idle.ms) * busy.ms) / options.samples;
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
    },
  ];
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

/** From the acknowledgement of a deployment until the service's result counts it, milliseconds. */
async function deployOnce(
  bench: Bench,
  { entityRef, subject }: Subject,
): Promise<number> {
  const sentAt = Date.now();
  const [delivery] = genericBatches([
    {
      kind: 'deployment',
      record: `bench:live:${subject}:${sentAt}`,
      subject,
      state: 'finished',
      result: 'success',
      environment: 'production',
      sha: `${sentAt}`.padEnd(40, 'a'),
      at: new Date(sentAt - 1000).toISOString(),
    },
  ]);
  await sendDelivery(senderOf(bench.server), delivery);
  const acknowledged = performance.now();
  await waitUntil(`a new result of ${entityRef}`, async () => {
    const { rows } = await bench.pool.query<{ assessed_at: Date }>(
      'select assessed_at from assessments where entity_ref = $1',
      [entityRef],
    );
    return (rows[0]?.assessed_at.getTime() ?? 0) > sentAt;
  });
  return performance.now() - acknowledged;
}
