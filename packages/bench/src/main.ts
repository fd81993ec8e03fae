import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { formatTable } from './report/formatTable';
import { BenchOptions } from './BenchOptions';
import { Measured } from './measures/Measured';
import { measures, runBench } from './runBench';
import { runHistory } from './runHistory';
import { runScale } from './runScale';

/** Runs the benchmark on every size asked for, and leaves the numbers in a file. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      services: { type: 'string', default: '1000,10000' },
      days: { type: 'string' },
      history: { type: 'string' },
      records: { type: 'string' },
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      out: { type: 'string', default: 'bench-results.json' },
    },
  });
  const postgresUrl = process.env.BENCH_POSTGRES_URL;
  if (!postgresUrl) throw new Error('BENCH_POSTGRES_URL is not set');
  const only = measuresOf(values.only);
  const history = values.history?.split(',').map(Number);
  const records = values.records?.split(',').map(Number);
  const sizes = sizesOf(values);
  const results = [];
  for (const services of sizes) {
    const usual = services > 2000 ? 16 : 30;
    const days = Number(values.days ?? (records ? 1 : usual));
    const begun = performance.now();
    const options = {
      services,
      days,
      postgresUrl,
      only,
      samples: values.quick ? 30 : 100,
      webhooks: values.quick
        ? { one: 200, many: 1000 }
        : { one: 1000, many: 5000 },
      say: (line: string) => {
        const seconds = Math.round((performance.now() - begun) / 1000);
        process.stdout.write(`[${services} services, ${seconds} s] ${line}\n`);
      },
    };
    for (const run of await measureAll(options, { history, records })) {
      const behind = run.records ? `, ${run.records} records` : '';
      process.stdout.write(
        `\n${services} services, ${days} days of history${behind}\n${formatTable(
          run.measured,
        )}\n\n`,
      );
      results.push({ services, days, ...run });
    }
  }
  const machine = {
    node: process.version,
    cpus: cpus().length,
    cpu: cpus()[0]?.model,
    memoryGiB: Math.round(totalmem() / 1024 ** 3),
  };
  const report = JSON.stringify({ machine, results }, null, 2);
  await writeFile(values.out, `${report}\n`);
  process.stdout.write(`The same as JSON: ${values.out}\n`);
}

/** What is asked for: long histories of some services, many records of all, or the usual measures. */
async function measureAll(
  options: BenchOptions,
  { history, records }: { history?: number[]; records?: number[] },
): Promise<{ records?: number; measured: Measured[] }[]> {
  if (records) return runScale(options, records);
  const measured = history
    ? await runHistory(options, history)
    : await runBench(options);
  return [{ measured }];
}

/** Names of measures; throws for one that there is not. */
function measuresOf(only: string | undefined): string[] | undefined {
  const names = only?.split(',');
  const unknown = names?.filter(name => !(name in measures)) ?? [];
  if (unknown.length > 0) {
    throw new Error(
      `There is no measure ${unknown.join(
        ', ',
      )}; these there are: ${Object.keys(measures).join(', ')}`,
    );
  }
  return names;
}

/** Numbers of services to measure, one after the other. */
function sizesOf(given: {
  history?: string;
  quick: boolean;
  services: string;
}): number[] {
  if (given.history) return [20];
  return given.quick ? [200] : given.services.split(',').map(Number);
}

main().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
});
