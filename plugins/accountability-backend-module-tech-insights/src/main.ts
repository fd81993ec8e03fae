import { readFile } from 'node:fs/promises';
import { importChecks } from './importing/importChecks';

const usage =
  'Usage: accountability-import-tech-insights app-config.yaml > scorecard.yaml\n';

/** The importer as a command: the scorecard goes to its output, remarks go beside it. Fails where a check was lost. */
export async function main(
  args: readonly string[] = process.argv.slice(2),
  io: { out(text: string): void; err(text: string): void } = {
    out: text => process.stdout.write(text),
    err: text => process.stderr.write(text),
  },
): Promise<number> {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0) {
    io.err(usage);
    return 2;
  }
  const { yaml, report } = importChecks(await readFile(file, 'utf8'));
  for (const { check, line, column, message } of report) {
    const about = check === undefined ? '' : `${check}: `;
    io.err(`${file}:${line}:${column}: ${about}${message}\n`);
  }
  if (yaml !== undefined) io.out(yaml);
  return report.some(({ costs }) => costs === 'check') ? 1 : 0;
}
