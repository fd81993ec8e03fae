import { join } from 'node:path';
import { readLines } from '../git/readLines';
import { importChanges } from '../importing/importChanges';
import { ProgressFile } from '../importing/ProgressFile';
import { Summary } from '../importing/Summary';
import { IntakeClient } from '../sending/IntakeClient';
import { CommandIo, exitCodes } from './CommandIo';
import { ImportGitFlags } from './ImportGitFlags';
import { ImportGitPlan, planImportGit } from './planImportGit';
import { Connection, readConnection } from './readConnection';

const shown = 3;

type Plan = Extract<ImportGitPlan, { ok: true }>;

/** Imports the changes of a clone's branch; gives back the exit code. */
export async function importGitCommand(
  flags: ImportGitFlags,
  io: CommandIo,
): Promise<number> {
  const plan = await planImportGit(flags, Date.now());
  if (!plan.ok) return usage(io, [plan.because]);
  const { changes, branch } = plan;
  io.err(`${print(changes.length)} changes on ${branch}\n`);
  if (changes.length === 0) {
    io.err('Nothing to send; --since sets how far back it looks\n');
    return exitCodes.done;
  }
  if (flags.dryRun) return showFirst(plan, io);
  const connection = readConnection(flags, io);
  if (!connection.ok) return usage(io, connection.because);
  return send(plan, connection, io);
}

function usage(io: CommandIo, because: string[]): number {
  io.err(`${because.join('\n')}\nSee accountability import-git --help\n`);
  return exitCodes.usage;
}

/** Reads everything, sends nothing, and shows the newest changes as they would be sent. */
async function showFirst(plan: Plan, io: CommandIo): Promise<number> {
  let count = 0;
  let bytes = 0;
  for await (const { line } of linesOf(plan, 0)) {
    count++;
    bytes += Buffer.byteLength(line) + 1;
    if (count > plan.changes.length - shown) io.out(`${line}\n`);
  }
  io.err(
    `Dry run: ${print(count)} changes (${print(
      Math.ceil(bytes / 1000),
    )} kB) would be sent, nothing was\n`,
  );
  return exitCodes.done;
}

async function send(
  plan: Plan,
  { url, token }: Extract<Connection, { ok: true }>,
  io: CommandIo,
): Promise<number> {
  const client = new IntakeClient({
    url,
    token,
    source: plan.source,
    sleep: io.sleep,
    onRetry: (because, pauseMs) =>
      io.err(`${because}; trying again in ${Math.ceil(pauseMs / 1000)} s\n`),
  });
  const imported = await importChanges({
    linesAfter: done => linesOf(plan, done),
    client,
    progress: new ProgressFile({
      input: join(plan.gitDir, 'accountability'),
      file: plan.progressFile,
      identity: `${plan.identity} ${url}`,
    }),
    onResume: done =>
      io.err(
        `going on after ${print(done)} changes, where the last run stopped\n`,
      ),
    onProgress: progressPrinter(plan.changes.length, io),
  });
  const { summary } = imported;
  io.err(printChanges(summary));
  if (imported.status === 'stopped') {
    io.err(
      `Stopped: ${imported.because}. The same command goes on from here.\n`,
    );
    return exitCodes.stopped;
  }
  return summary.refused > 0 ? exitCodes.refused : exitCodes.done;
}

function linesOf({ folder, subject, changes }: Plan, after: number) {
  return readLines(folder, { plan: changes, subject, after });
}

function progressPrinter(of: number, io: CommandIo) {
  const began = io.clock();
  return ({ rows }: Summary) => {
    const seconds = Math.max((io.clock() - began) / 1000, 0.001);
    const percent = Math.floor((rows / of) * 100);
    io.err(`${percent} %  ${print(rows)} changes, ${Math.round(seconds)} s\n`);
  };
}

function printChanges(summary: Summary): string {
  const { rows, taken, duplicated, refused, firstRefused } = summary;
  const lines = [
    `${print(rows)} changes sent: ${print(taken)} taken, ${print(
      duplicated,
    )} had come before, ${print(refused)} refused`,
    ...firstRefused.map(({ because }) => `  ${because}`),
  ];
  const more = refused - firstRefused.length;
  if (more > 0) lines.push(`  and ${print(more)} more`);
  return `${lines.join('\n')}\n`;
}

function print(count: number): string {
  return count.toLocaleString('en-GB');
}
