import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { atEnd, main } from './lib/main.mjs';
import { inRoot } from './lib/paths.mjs';
import { buildPortal } from './lib/portal.mjs';
import { freePort } from './lib/ports.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { startBackend } from './lib/product.mjs';
import { openLog } from './lib/run.mjs';
import { secretsOf } from './lib/secrets.mjs';
import { step } from './lib/steps.mjs';
import { checkTables } from './soak/checkTables.mjs';
import { Sender } from './soak/Sender.mjs';

const HELP = `npm run soak -- [--minutes 10] [--rate 200] [--calm]

Sends signed deliveries at a steady rate to one backend on PostgreSQL, which is
restarted twice while the backend is killed three times, and then looks for
every acknowledged delivery in the tables. --calm leaves both alone.`;

/** When what is disturbed, as a share of the whole. */
const DISTURBANCES = [
  { at: 0.15, what: 'kill' },
  { at: 0.3, what: 'restart' },
  { at: 0.45, what: 'kill' },
  { at: 0.6, what: 'restart' },
  { at: 0.75, what: 'kill' },
];

const words = { kill: 'backend killed', restart: 'PostgreSQL restarted' };

/** Resident memory of a process in MiB, where the system tells. */
function memoryOf(pid) {
  try {
    const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024);
  } catch {
    return undefined;
  }
}

const quantile = (sorted, share) =>
  Math.round(
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))],
  );

/** Kills and restarts at their times while the load runs. */
async function disturb({ ms, postgres, product, say }) {
  const begun = performance.now();
  for (const { at, what } of DISTURBANCES) {
    await sleep(Math.max(0, at * ms - (performance.now() - begun)));
    const since = performance.now();
    if (what === 'restart') await postgres.restart();
    else await product.killAndStart();
    const took = Math.round((performance.now() - since) / 100) / 10;
    say(`${words[what]}, back after ${took} s`);
  }
}

async function watch({ sender, product, say, done }) {
  while (!done()) {
    await sleep(15_000);
    const memory = memoryOf(product.backend.child.pid);
    say(
      `sent ${sender.made}, acknowledged ${sender.acknowledged.size}, open ${sender.open}, memory ${memory} MiB`,
    );
  }
}

function report({ sender, tables, minutes, rate }) {
  const sorted = [...sender.latencies].sort((a, b) => a - b);
  const troubles = [...sender.troubles].map(([why, n]) => `${why} ${n}`);
  const lines = [
    `${minutes} min at ${rate} deliveries/s: ${sender.made} sent, ${
      sender.acknowledged.size
    } acknowledged, ${sender.retries} attempts again (${troubles.join(', ')})`,
    `until acknowledged, attempts again among it: p50 ${quantile(
      sorted,
      0.5,
    )} ms, p95 ${quantile(sorted, 0.95)} ms, p99 ${quantile(
      sorted,
      0.99,
    )} ms, longest ${quantile(sorted, 1)} ms`,
    `in the tables: ${JSON.stringify(tables.counts)}`,
    `lost ${tables.lost.length}, doubled ${tables.doubled.length}, stored without an acknowledgement that arrived ${tables.unacknowledged.length}`,
  ];
  lines.forEach(line => console.log(line));
  const good =
    tables.lost.length === 0 && tables.doubled.length === 0 && tables.whole;
  console.log(good ? 'Nothing lost, nothing doubled.' : 'NOT GOOD');
  return good ? 0 : 1;
}

async function startProduct(dataDir, port) {
  const launch = () =>
    startBackend({
      dataDir,
      port,
      log: openLog('soak-backend'),
      config: ['app-config.yaml', 'scripts/soak/app-config.yaml'],
    });
  const product = {
    backend: await launch(),
    killAndStart: async () => {
      await product.backend.kill();
      product.backend = await launch();
    },
  };
  return product;
}

await main(async () => {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '10' },
      rate: { type: 'string', default: '200' },
      calm: { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [minutes, rate] = [Number(values.minutes), Number(values.rate)];
  const ms = minutes * 60_000;
  const dataDir = inRoot('.data', 'soak');
  fs.rmSync(dataDir, { recursive: true, force: true });
  fs.mkdirSync(`${dataDir}/catalog`, { recursive: true });
  await buildPortal();
  let postgres;
  await step('starting PostgreSQL', async () => {
    postgres = await startPostgres(inRoot('.data', 'soak-postgres'), {
      durable: true,
    });
    atEnd(() => postgres.stop());
  });
  process.env.SOAK_POSTGRES_PORT = String(postgres.port);
  const port = await freePort();
  let product;
  await step('starting the backend', async () => {
    product = await startProduct(dataDir, port);
    atEnd(() => product.backend.stop());
  });
  const sender = new Sender({
    url: `http://localhost:${port}`,
    secret: secretsOf(dataDir).ACCOUNTABILITY_GITHUB_SECRET,
  });
  const begun = performance.now();
  const say = line =>
    console.log(
      `[${Math.round((performance.now() - begun) / 1000)} s] ${line}`,
    );
  let isDone = false;
  const watching = watch({ sender, product, say, done: () => isDone });
  await Promise.all([
    sender.run({ rate, ms }),
    values.calm ? undefined : disturb({ ms, postgres, product, say }),
  ]);
  isDone = true;
  await watching;
  const tables = await checkTables({
    port: postgres.port,
    acknowledged: sender.acknowledged,
  });
  return report({ sender, tables, minutes, rate });
});
