import { readFile } from 'node:fs/promises';
import { PolicyClient } from 'backstage-plugin-accountability-common';
import { backtestText } from '../backtesting/backtestText';
import { followBacktest } from '../backtesting/followBacktest';
import { plainLine } from '../findings/plainLine';
import { fetchWith } from '../sending/fetchWith';
import { troubleOf } from '../sending/troubleOf';
import { BacktestFlags } from './BacktestFlags';
import { CommandIo, exitCodes } from './CommandIo';
import { oneOf } from './oneOf';
import { readConnection } from './readConnection';
import { writeReport } from './writeReport';

/** Has a file of policy run over services and their past, and tells the report; gives back the exit code. */
export async function backtestCommand(
  path: string,
  flags: BacktestFlags,
  io: CommandIo,
): Promise<number> {
  const format = oneOf('--format', flags.format, ['text', 'json']);
  if (!format.ok) return usage(io, [format.because]);
  const connection = readConnection(flags, io);
  if (!connection.ok) return usage(io, connection.because);
  const policy = await readFile(path, 'utf8').catch(() => undefined);
  if (policy === undefined) return usage(io, [`${path} cannot be read`]);
  const days = Number(flags.days);
  if (!Number.isInteger(days)) {
    return usage(io, ['--days has to be a whole number, 7 to 180']);
  }
  const { url, token } = connection;
  const client = new PolicyClient({
    baseUrl: url.replace(/\/$/, ''),
    fetch: fetchWith({ token }),
  });
  try {
    const started = await client.startBacktest({ policy, days });
    const { report, because = 'it was not said why' } = await followBacktest(
      started,
      client,
      io,
    );
    if (!report) {
      io.err(`The backtest failed: ${plainLine(because)}\n`);
      return exitCodes.stopped;
    }
    const text = backtestText(report);
    const json = `${JSON.stringify(report, undefined, 2)}\n`;
    const told = format.word === 'json' ? json : text;
    await writeReport({ told, text }, flags.output, io);
    return report.faults.length > 0 ? exitCodes.refused : exitCodes.done;
  } catch (error) {
    const { code, words } = troubleOf(error);
    io.err(`Not done: ${plainLine(words)}\n`);
    return code === 400 || code === 413 ? exitCodes.usage : exitCodes.stopped;
  }
}

function usage(io: CommandIo, because: string[]): number {
  io.err(`${because.join('\n')}\nSee accountability backtest --help\n`);
  return exitCodes.usage;
}
