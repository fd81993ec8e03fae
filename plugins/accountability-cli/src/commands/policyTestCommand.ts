import { junitOf } from '../cases/junitOf';
import { runTests, TestRun } from '../cases/runTests';
import { testText } from '../cases/testText';
import { CommandIo, exitCodes } from './CommandIo';
import { PolicyTestFlags } from './PolicyFlags';
import { readPolicyPaths } from './readPolicyPaths';
import { writeReport } from './writeReport';

const formats = ['text', 'json', 'junit'] as const;

/** Runs tests of policy; gives back the exit code. */
export async function policyTestCommand(
  paths: string[],
  flags: PolicyTestFlags,
  io: CommandIo,
): Promise<number> {
  const read = await readPolicyPaths(paths, flags, formats);
  if (!read.ok) return usage(read.because, io);
  const { files, facts, format } = read;
  const run = await runTests(files, facts);
  if (run.cases.length === 0 && run.faults.length === 0) {
    return usage(
      [`${paths.join(', ')}: there is no document of kind PolicyTest here`],
      io,
    );
  }
  const text = testText(run);
  const told = {
    text: () => text,
    json: () => jsonOf(run),
    junit: () => junitOf(run),
  }[format]();
  await writeReport({ told, text }, flags.output, io);
  return holds(run, flags) ? exitCodes.done : exitCodes.refused;
}

function usage(because: string[], io: CommandIo): number {
  io.err(`${because.join('\n')}\nSee accountability policy test --help\n`);
  return exitCodes.usage;
}

function holds(
  { faults, cases, neverFailing }: TestRun,
  { requireFailingCase }: PolicyTestFlags,
): boolean {
  return (
    faults.length === 0 &&
    cases.every(({ failures }) => failures.length === 0) &&
    (!requireFailingCase || neverFailing.length === 0)
  );
}

function jsonOf({ faults, cases, neverFailing }: TestRun): string {
  const told = {
    cases: cases.map(({ failing: _, failures, ...rest }) => ({
      ...rest,
      holds: failures.length === 0,
      failures,
    })),
    faults,
    neverFailing,
  };
  return `${JSON.stringify(told, undefined, 2)}\n`;
}
