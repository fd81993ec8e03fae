import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { catalogCommand } from './commands/catalogCommand';
import { CommandOptions } from './commands/CommandOptions';
import { liveCommand } from './commands/liveCommand';
import { loadCommand } from './commands/loadCommand';
import { readDemoState } from './loading/DemoState';

type Command = (options: CommandOptions) => Promise<void>;

const commands: Record<string, Command | undefined> = {
  catalog: catalogCommand,
  load: loadCommand,
  live: liveCommand,
};

const usage = `Usage: main.ts catalog|load|live [--data-dir .data] [--url http://localhost:7007]
         [--seed halden] [--services 40] [--teams 12] [--days 180]

Secrets come from ACCOUNTABILITY_GITHUB_SECRET, ACCOUNTABILITY_PAGERDUTY_SECRET
and ACCOUNTABILITY_INGEST_TOKEN. Size and end of the story are kept in
demo.json of the data folder, so that a second start sends nothing again.
`;

/** Runs one command of the demo; the entry of a child process. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'data-dir': { type: 'string', default: '.data' },
      url: { type: 'string', default: 'http://localhost:7007' },
      seed: { type: 'string', default: 'halden' },
      services: { type: 'string', default: '40' },
      teams: { type: 'string', default: '12' },
      days: { type: 'string', default: '180' },
    },
  });
  const command = commands[positionals[0] ?? ''];
  if (!command) {
    process.stderr.write(usage);
    process.exitCode = 2;
    return;
  }
  const dataDir = resolve(values['data-dir']);
  const statePath = join(dataDir, 'demo.json');
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => stop.abort());
  }
  await command({
    dataDir,
    statePath,
    state: await readDemoState(statePath, {
      seed: values.seed,
      services: Number(values.services),
      teams: Number(values.teams),
      days: Number(values.days),
      now: Date.now(),
    }),
    baseUrl: values.url,
    githubSecret: process.env.ACCOUNTABILITY_GITHUB_SECRET ?? '',
    pagerdutySecret: process.env.ACCOUNTABILITY_PAGERDUTY_SECRET ?? '',
    ingestToken: process.env.ACCOUNTABILITY_INGEST_TOKEN ?? '',
    signal: stop.signal,
    say: line => process.stdout.write(`${line}\n`),
  });
}

main().catch(error => {
  if (error instanceof Error && error.name === 'AbortError') return;
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
