import { parseArgs } from 'node:util';
import { atEnd, main } from './lib/main.mjs';
import { inRoot } from './lib/paths.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { start } from './lib/run.mjs';
import { step, StepFailure } from './lib/steps.mjs';
import { nodeTransform } from './lib/tools.mjs';

const HELP = `npm run bench -- [--services 1000,10000] [--days 30] [--quick] [--history 10000,1000000] [--records 1000000,10000000] [--only gate,reads] [--out bench-results.json]

Measures the real plugin on a real PostgreSQL with the demo company as load.
--services  sizes to measure, one after another
--days      days of history to load; default 30, and 16 above 2,000 services
--history   instead: what one event costs with so many records behind it, of 20 services
--records   instead: what users wait for with so many records behind all services, sizes one after another
--only      only these measures, after the history is loaded: freshness, assessment, reads,
            organisation, size, gate, judging, rejudging, collectors, recompute
--quick     200 services only, to see that everything runs

BENCH_POSTGRES_URL names another server than the one that the script starts.`;

const flags = {
  services: { type: 'string' },
  days: { type: 'string' },
  quick: { type: 'boolean' },
  history: { type: 'string' },
  records: { type: 'string' },
  only: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean' },
};

async function postgres() {
  if (process.env.BENCH_POSTGRES_URL) return process.env.BENCH_POSTGRES_URL;
  let url;
  await step('starting PostgreSQL', async () => {
    const server = await startPostgres(inRoot('.data', 'bench-postgres'), {
      durable: true,
    });
    atEnd(() => server.stop());
    url = server.connection;
  });
  return url;
}

await main(async () => {
  const { values } = parseArgs({ options: flags });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const url = await postgres();
  const child = start(
    process.execPath,
    [
      ...['--require', nodeTransform, inRoot('packages/bench/src/main.ts')],
      ...process.argv.slice(2),
    ],
    {
      env: { ...process.env, BENCH_POSTGRES_URL: url },
      onLine: line => console.log(line),
    },
  );
  const { code } = await child.ended;
  if (code !== 0)
    throw new StepFailure(`the benchmark ended with code ${code}`);
  return 0;
});
