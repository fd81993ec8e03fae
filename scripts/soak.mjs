import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { atEnd, main } from './lib/main.mjs';
import { inRoot } from './lib/paths.mjs';
import { buildPortal } from './lib/portal.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { secretsOf } from './lib/secrets.mjs';
import { step } from './lib/steps.mjs';
import { checkTables } from './soak/checkTables.mjs';
import { disturb } from './soak/disturb.mjs';
import { Fleet } from './soak/Fleet.mjs';
import { report } from './soak/report.mjs';
import { Sender } from './soak/Sender.mjs';

const HELP = `npm run soak -- [--minutes 10] [--rate 200] [--replicas 2] [--calm]

Sends signed deliveries at a steady rate, by turns to each of some backends on
one PostgreSQL. Backends are killed three times, PostgreSQL is restarted twice,
and in the end the tables are migrated to a later version while the backends
are replaced one after the other. Then it looks for every acknowledged delivery
in the tables, and for attempts that failed while nothing was disturbed. --calm
leaves all of them alone and tells of their memory.`;

/** Resident memory of a process in MiB, where the system tells. */
function memoryOf(pid) {
  try {
    const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024);
  } catch {
    return undefined;
  }
}

async function watch({ sender, fleet, say, done }) {
  while (!done()) {
    await sleep(15_000);
    const memory = fleet.pids.map(memoryOf).join(' and ');
    say(
      `sent ${sender.made}, acknowledged ${sender.acknowledged.size}, open ${sender.open}, memory ${memory} MiB`,
    );
  }
}

async function startAll(replicas) {
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
  let fleet;
  await step(
    replicas === 1 ? 'starting the backend' : 'starting the backends',
    async () => {
      fleet = await Fleet.start({ dataDir, replicas });
      atEnd(() => fleet.stop());
    },
  );
  const secret = secretsOf(dataDir).ACCOUNTABILITY_GITHUB_SECRET;
  return { postgres, fleet, sender: new Sender({ urls: fleet.urls, secret }) };
}

await main(async () => {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '10' },
      rate: { type: 'string', default: '200' },
      replicas: { type: 'string', default: '2' },
      calm: { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [minutes, rate] = [Number(values.minutes), Number(values.rate)];
  const replicas = Number(values.replicas);
  const ms = minutes * 60_000;
  const { postgres, fleet, sender } = await startAll(replicas);
  const begun = performance.now();
  const say = line =>
    console.log(
      `[${Math.round((performance.now() - begun) / 1000)} s] ${line}`,
    );
  let isDone = false;
  const watching = watch({ sender, fleet, say, done: () => isDone });
  const [, spells = []] = await Promise.all([
    sender.run({ rate, ms }),
    values.calm ? [] : disturb({ ms, postgres, fleet, say }),
  ]);
  isDone = true;
  await watching;
  const tables = await checkTables({
    port: postgres.port,
    acknowledged: sender.acknowledged,
  });
  return report({ sender, tables, spells, minutes, rate, replicas });
});
