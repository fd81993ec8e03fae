import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { formatTable } from './report/formatTable';
import { runBench } from './runBench';

/** Runs the benchmark on every size asked for, and leaves the numbers in a file. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      services: { type: 'string', default: '1000,10000' },
      days: { type: 'string' },
      quick: { type: 'boolean', default: false },
      out: { type: 'string', default: 'bench-results.json' },
    },
  });
  const postgresUrl = process.env.BENCH_POSTGRES_URL;
  if (!postgresUrl) throw new Error('BENCH_POSTGRES_URL is not set');
  const sizes = values.quick ? [200] : values.services.split(',').map(Number);
  const results = [];
  for (const services of sizes) {
    const days = Number(values.days ?? (services > 2000 ? 16 : 30));
    const begun = performance.now();
    const measured = await runBench({
      services,
      days,
      postgresUrl,
      samples: values.quick ? 30 : 100,
      webhooks: values.quick
        ? { one: 200, many: 1000 }
        : { one: 1000, many: 5000 },
      say: line => {
        const seconds = Math.round((performance.now() - begun) / 1000);
        process.stdout.write(`[${services} services, ${seconds} s] ${line}\n`);
      },
    });
    process.stdout.write(
      `\n${services} services, ${days} days of history\n${formatTable(
        measured,
      )}\n\n`,
    );
    results.push({ services, days, measured });
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

main().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
});
