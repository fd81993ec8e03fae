import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { atEnd, main } from './lib/main.mjs';
import { inRoot } from './lib/paths.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { secretsOf } from './lib/secrets.mjs';
import { step } from './lib/steps.mjs';
import { checkTables } from './soak/checkTables.mjs';
import { Fleet } from './soak/Fleet.mjs';
import { Sender } from './soak/Sender.mjs';
import { withDatabase } from './soak/withDatabase.mjs';
import { forgetTables } from './upgrade/forgetTables.mjs';
import { goThrough } from './upgrade/goThrough.mjs';
import { reportUpgrade } from './upgrade/reportUpgrade.mjs';
import { settle } from './upgrade/settle.mjs';
import { Stages } from './upgrade/Stages.mjs';
import { startEarlier } from './upgrade/startEarlier.mjs';
import { waitForServices } from './upgrade/waitForServices.mjs';
import { writeServices } from './upgrade/writeServices.mjs';

const HELP = `npm run try-upgrade -- [--from <commit>] [--seconds 20] [--rate 30]

Upgrades from real earlier code, by default the newest commit before the newest
migration, while signed deliveries come in: both versions beside each other on
one PostgreSQL, the earlier one started anew on the later tables, then back as
docs/operations/backup-and-upgrade.md says, and up again. Then it looks for
every acknowledged delivery, and at what going back changed. The earlier version
is checked out and installed below .data/upgrade, the first time for minutes.
--seconds is how long the load runs between two changes.`;

/** What a backend that ends tells of requests it has no time for. */
const OF_AN_END = /shutting down|aborted/;

/** How to start one backend of either version on the same database and data. */
function startersOf({ dataDir, logged }) {
  let starts = 0;
  const onTrouble = who => line => {
    if (!line.startsWith('error') || OF_AN_END.test(line)) return;
    const said = `${who}: ${line}`;
    logged.set(said, (logged.get(said) ?? 0) + 1);
  };
  const config = ['app-config.yaml', 'scripts/soak/app-config.yaml'];
  const start = async (who, options) => {
    const name = `upgrade-${++starts}-${who}`;
    const common = { dataDir, replicas: 1, name, onTrouble: onTrouble(who) };
    const fleet = await Fleet.start({ ...common, ...options });
    atEnd(() => fleet.stop());
    return fleet;
  };
  return {
    earlier: ({ folder, startBackend }) =>
      start('earlier', {
        launchBackend: startBackend,
        // Its scripts look for both from its own root; what is laid over is this tree's.
        config: [config[0], path.relative(folder, inRoot(config[1]))],
      }),
    later: () => start('later', { config }),
  };
}

async function prepare(from) {
  const dataDir = inRoot('.data', 'upgrade', 'data');
  fs.rmSync(dataDir, { recursive: true, force: true });
  const services = writeServices(dataDir);
  let postgres;
  await step('starting PostgreSQL', async () => {
    postgres = await startPostgres(inRoot('.data', 'upgrade-postgres'), {
      durable: true,
    });
    atEnd(() => postgres.stop());
  });
  process.env.SOAK_POSTGRES_PORT = String(postgres.port);
  const logged = new Map();
  const start = startersOf({ dataDir, logged });
  const { version, earlier } = await startEarlier({
    from,
    start: async opened => {
      atEnd(opened.stopAll);
      await forgetTables(postgres);
      return start.earlier(opened);
    },
  });
  await step(`until it knows ${services} services`, () =>
    withDatabase(postgres.port, client => waitForServices(client, services)),
  );
  const secret = secretsOf(dataDir).ACCOUNTABILITY_GITHUB_SECRET;
  const sender = new Sender({ urls: earlier.urls, secret });
  return {
    ...{ version, postgres, logged, earlier, sender },
    start: { ...start, earlier: () => start.earlier(version) },
  };
}

await main(async () => {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      seconds: { type: 'string', default: '20' },
      rate: { type: 'string', default: '30' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const prepared = await prepare(values.from);
  const { version, postgres, logged, sender } = prepared;
  const begun = performance.now();
  const stages = new Stages(line =>
    console.log(
      `[${Math.round((performance.now() - begun) / 1000)} s] ${line}`,
    ),
  );
  const over = new AbortController();
  const sending = sender.run({
    rate: Number(values.rate),
    signal: over.signal,
  });
  const wayBack = await goThrough({
    ...prepared,
    ...{ stages, seconds: Number(values.seconds) },
  });
  over.abort();
  await sending;
  const { acknowledged } = sender;
  const tables = await checkTables({ port: postgres.port, acknowledged });
  const settled = await withDatabase(postgres.port, settle);
  return reportUpgrade({
    ...{ version, logged, sender, tables, settled, wayBack },
    stages: stages.all,
  });
});
