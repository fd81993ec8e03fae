import { appendFile } from 'node:fs/promises';
import { importFile, ImportProgress } from '../importing/importFile';
import { printSummary } from '../importing/printSummary';
import { IntakeClient } from '../sending/IntakeClient';
import { CommandIo, exitCodes } from './CommandIo';
import { dryRun } from './dryRun';
import { ImportFlags } from './ImportFlags';
import { ImportPlan, planImport } from './planImport';
import { readConnection } from './readConnection';

/** Imports a file; gives back the exit code. */
export async function importCommand(
  args: { what: string; path: string; flags: ImportFlags },
  io: CommandIo,
): Promise<number> {
  const { what, path, flags } = args;
  const plan = await planImport(what, path, flags);
  if (!plan.ok) return usage(io, plan.because);
  if (flags.dryRun) return dryRun(plan, io);
  const connection = readConnection(flags, io);
  if (!connection.ok) return usage(io, connection.because);
  const { url, token } = connection;
  return send(plan, { flags, url, token }, io);
}

function usage(io: CommandIo, because: string[]): number {
  io.err(`${because.join('\n')}\nSee accountability import --help\n`);
  return exitCodes.usage;
}

async function send(
  plan: Extract<ImportPlan, { ok: true }>,
  { flags, url, token }: { flags: ImportFlags; url: string; token: string },
  io: CommandIo,
): Promise<number> {
  const { refusedFile, stateDir } = flags;
  const client = new IntakeClient({
    url,
    token,
    sleep: io.sleep,
    onRetry: (because, pauseMs) =>
      io.err(`${because}; trying again in ${Math.ceil(pauseMs / 1000)} s\n`),
  });
  const imported = await importFile({
    ...plan,
    url,
    client,
    stateDir,
    onResume: afterLine =>
      io.err(`going on after line ${afterLine}, where the last run stopped\n`),
    onProgress: progressPrinter(io),
    onRefused: async rows => {
      if (!refusedFile || rows.length === 0) return;
      const text = rows.map(row => JSON.stringify(row)).join('\n');
      await appendFile(refusedFile, `${text}\n`);
    },
  });
  io.err(printSummary(imported.summary, refusedFile));
  if (imported.status === 'stopped') {
    io.err(
      `Stopped: ${imported.because}. The same command goes on from here.\n`,
    );
    return exitCodes.stopped;
  }
  return imported.summary.refused > 0 ? exitCodes.refused : exitCodes.done;
}

function progressPrinter(io: CommandIo) {
  const began = io.clock();
  return (progress: ImportProgress) => {
    const { summary, bytes, of, sentRows } = progress;
    const seconds = (io.clock() - began) / 1000;
    const perSecond = Math.round(sentRows / Math.max(seconds, 0.001));
    const percent = Math.min(100, Math.floor((bytes / Math.max(of, 1)) * 100));
    io.err(`${percent} %  ${summary.rows} rows, ${perSecond} rows/s\n`);
  };
}
