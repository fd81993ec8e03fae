import { CompiledPolicy } from 'backstage-plugin-accountability-engine';
import { annotationsOf } from '../findings/annotationsOf';
import { Finding } from '../findings/Finding';
import { placeLine } from '../findings/placeLine';
import { sarifOf } from '../findings/sarifOf';
import { compileFiles } from '../policy/compileFiles';
import { faultFindings } from '../policy/faultFindings';
import { questionable } from '../policy/questionable';
import { CommandIo, exitCodes } from './CommandIo';
import { PolicyCheckFlags } from './PolicyFlags';
import { readPolicyPaths } from './readPolicyPaths';
import { writeReport } from './writeReport';

const formats = ['text', 'json', 'sarif', 'github'] as const;

/** Tells faults of policy files; gives back the exit code. */
export async function policyCheckCommand(
  paths: string[],
  flags: PolicyCheckFlags,
  io: CommandIo,
): Promise<number> {
  const read = await readPolicyPaths(paths, flags, formats);
  if (!read.ok) {
    io.err(
      `${read.because.join('\n')}\nSee accountability policy check --help\n`,
    );
    return exitCodes.usage;
  }
  const { files, facts, format } = read;
  const policy = compileFiles(files, facts);
  const faults = faultFindings(policy.diagnostics);
  const findings = [...faults, ...questionable(files, policy)];
  const text = textOf(findings, policy, files.length);
  const told = {
    text: () => text,
    json: () => jsonOf(findings, files.length),
    sarif: () => sarifOf({ findings }),
    github: () => annotationsOf(findings) + text,
  }[format]();
  await writeReport({ told, text }, flags.output, io);
  return faults.length > 0 ? exitCodes.refused : exitCodes.done;
}

function textOf(
  findings: readonly Finding[],
  { scorecards, gates }: CompiledPolicy,
  files: number,
): string {
  const faults = findings.filter(({ level }) => level === 'error').length;
  const checks = scorecards.flatMap(scorecard => scorecard.checks).length;
  const rules = gates.flatMap(gate => gate.rules).length;
  const lines = [
    ...findings.map(placeLine),
    `${files} files: ${scorecards.length} scorecards with ${checks} checks, ${gates.length} gates with ${rules} rules; ${faults} faults, ` +
      `${findings.length - faults} warnings`,
  ];
  return `${lines.join('\n')}\n`;
}

function jsonOf(findings: readonly Finding[], files: number): string {
  const of = (isFault: boolean) =>
    findings
      .filter(({ level }) => (level === 'error') === isFault)
      .map(({ rule, message, place }) => ({ rule, message, ...place }));
  return `${JSON.stringify(
    { files, faults: of(true), warnings: of(false) },
    undefined,
    2,
  )}\n`;
}
