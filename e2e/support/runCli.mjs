import { execFile } from 'node:child_process';
import { inRoot } from '../../scripts/lib/paths.mjs';

/** Runs the command line as a pipeline does; gives its exit code and what it printed. */
export function runCli(args, env) {
  return new Promise(resolve => {
    execFile(
      process.execPath,
      [inRoot('plugins/accountability-cli/bin/accountability'), ...args],
      { env: { ...process.env, ...env } },
      (error, stdout, stderr) =>
        resolve({ code: error ? error.code : 0, stdout, stderr }),
    );
  });
}
