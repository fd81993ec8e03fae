import { ServiceRecord } from 'backstage-plugin-accountability-common';
import { Bench } from '../load/Bench';
import { fillBusyService } from '../load/fillBusyService';
import { assessAlone } from './assessAlone';
import { drained } from './assessment';
import { deployOnce, Subject } from './deployOnce';
import { factCost } from './factCost';
import { Measured } from './Measured';
import { timed } from './timed';

/** Records of the service, all of them within the windows of the facts. */
const RECORDS = 100_000;

const bareName = `reading ${RECORDS} records of a service with one statement and parsing them`;

/**
 * What it takes to work out everything about one very busy service again: from
 * the acknowledgement of a delivery until its result is written, and of that
 * the arithmetic alone, each beside a bare read of the same rows.
 */
export async function recompute(bench: Bench): Promise<Measured[]> {
  const { pool, options } = bench;
  const service = await busiest(bench);
  options.say(`filling one service with ${RECORDS} records`);
  await fillBusyService(pool, { ...service, records: RECORDS });
  await drained(bench);
  const bare = await timed(() => readBare(bench, service));
  const records = await readBare(bench, service);
  const alone = await timed(async () => assessAlone(service, records));
  // The first one reads tables that nobody has read yet.
  await deployOnce(bench, service);
  const whole = await timed(() => deployOnce(bench, service));
  const ratio = (value: number) => ({ to: bareName, value: value / bare });
  return [
    { name: bareName, value: bare, unit: 'ms' },
    {
      name: 'full recomputation of the same service, its arithmetic alone',
      value: alone,
      unit: 'ms',
      ratio: ratio(alone),
    },
    {
      name: 'acknowledged delivery to its result, all of it read, worked out and written',
      value: whole,
      unit: 'ms',
      ratio: ratio(whole),
    },
    ...(await factCost(service, {
      records,
      bare: { name: bareName, ms: bare },
    })),
  ];
}

async function busiest({ pool }: Bench): Promise<Subject> {
  const { rows } = await pool.query<Subject>(
    `select subject, entity_ref as "entityRef" from subject_keys
     where subject like 'github:%' order by entity_ref, subject limit 1`,
  );
  return rows[0];
}

async function readBare(
  { pool }: Bench,
  { subject }: Subject,
): Promise<ServiceRecord[]> {
  const { rows } = await pool.query<{ record: string }>(
    'select record from records where subject = $1 order by started_at',
    [subject],
  );
  return rows.map(({ record }) => JSON.parse(record));
}
