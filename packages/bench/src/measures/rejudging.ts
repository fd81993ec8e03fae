import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bench } from '../load/Bench';
import { readAtRest } from '../load/readAtRest';
import { readMeanwhile } from '../load/readMeanwhile';
import { quantile } from '../load/runLoad';
import { servicesBehind } from '../load/servicesBehind';
import { thirtyChecks } from '../load/thirtyChecks';
import { waitUntil } from '../load/waitUntil';
import { drained } from './assessment';
import { Measured } from './Measured';

const BATCH = 100;

/**
 * A scorecard of thirty checks comes into force, and then one with other
 * limits: how fast all services are judged by it, what pages that are read
 * meanwhile take, and what it takes of the processors.
 */
export async function rejudging(bench: Bench): Promise<Measured[]> {
  const bare = await readRows(bench);
  await drained(bench);
  const resting = await readAtRest(bench);
  forgetPolicy(bench);
  const first = await judgedBy(bench, {
    rung: 'bronze',
    what: 'thirty new checks',
    bare,
    resting,
  });
  const second = await judgedBy(bench, {
    rung: 'gold',
    what: 'other limits',
    bare,
    resting,
  });
  return [
    { name: bare.name, value: bare.value, unit: 'services/s' },
    ...first,
    ...second,
  ];
}

interface Bare {
  name: string;
  value: number;
}

/** Reads the rows that judging reads, in batches as large, and does nothing with them. */
async function readRows({ pool }: Bench): Promise<Bare> {
  const begun = performance.now();
  let after = '';
  let count = 0;
  for (;;) {
    const { rows } = await pool.query<{ entity_ref: string }>(
      `select a.entity_ref, a.facts, s.entity from assessments a
       join services s on s.entity_ref = a.entity_ref
       where a.entity_ref > $1 order by a.entity_ref limit ${BATCH}`,
      [after],
    );
    const last = rows.at(-1);
    if (!last) break;
    after = last.entity_ref;
    count += rows.length;
  }
  const seconds = (performance.now() - begun) / 1000;
  return {
    name: 'facts of services read straight, 100 at a time',
    value: count / seconds,
  };
}

/** The thirty checks are to be all that there is. */
function forgetPolicy({ server: { policies } }: Bench): void {
  for (const name of readdirSync(policies)) rmSync(join(policies, name));
}

async function judgedBy(
  bench: Bench,
  given: { rung: 'bronze' | 'gold'; what: string; bare: Bare; resting: number },
): Promise<Measured[]> {
  const { server } = bench;
  const { rung, what, bare, resting } = given;
  await drained(bench);
  const before = await inForceFrom(bench);
  const statementsBefore = await server.statements();
  writeFileSync(join(server.policies, 'bench.yaml'), thirtyChecks(rung));
  await waitUntil(
    'a new policy',
    async () => (await inForceFrom(bench)) > before,
  );
  const begun = performance.now();
  const cpuBefore = await server.cpuMs();
  const reading = readMeanwhile(bench);
  await waitUntil(
    'all services to be judged anew',
    async () => (await servicesBehind(bench)) === 0,
    { everyMs: 50 },
  );
  const seconds = (performance.now() - begun) / 1000;
  const latencies = await reading.stop();
  const cpuMs = (await server.cpuMs()) - cpuBefore;
  const statements = (await server.statements()) - statementsBefore;
  const services = await countServices(bench);
  const name = (of: string) => `judged anew by ${what}: ${of}`;
  return [
    {
      name: name('rate'),
      value: services / seconds,
      unit: 'services/s',
      ratio: { to: bare.name, value: services / seconds / bare.value },
    },
    { name: name('all of them'), value: seconds, unit: 's' },
    ...pagesMeanwhile(latencies, resting).map(one => ({
      ...one,
      name: name(one.name),
    })),
    {
      name: name('processor time of the backend'),
      value: cpuMs / services,
      unit: 'ms a service',
    },
    {
      name: name('SQL, pages and all'),
      value: statements / services,
      unit: 'statements a service',
    },
  ];
}

function pagesMeanwhile(
  latencies: readonly number[],
  resting: number,
): Measured[] {
  const [p50, p95] = [0.5, 0.95].map(share => quantile(latencies, share));
  return [
    { name: 'pages meanwhile, p50', value: p50, unit: 'ms' },
    {
      name: 'pages meanwhile, p95',
      value: p95,
      unit: 'ms',
      ratio: { to: 'the same at rest', value: p95 / resting },
    },
  ];
}

async function inForceFrom({ pool }: Bench): Promise<number> {
  const { rows } = await pool.query<{ at: Date }>(
    'select max(in_force_from) as at from policy_revisions',
  );
  return rows[0].at.getTime();
}

async function countServices({ pool }: Bench): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    'select count(*)::int as n from assessments',
  );
  return rows[0].n;
}
