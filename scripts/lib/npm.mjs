import fs from 'node:fs';
import path from 'node:path';
import { ask, run } from './run.mjs';

const onWindows = process.platform === 'win32';

/** How to call npm: the one that runs us, else the one beside Node, else the one on the path. */
function npmCommand() {
  const running = process.env.npm_execpath;
  if (running?.endsWith('npm-cli.js')) return [process.execPath, [running]];
  const beside = path.join(
    path.dirname(fs.realpathSync(process.execPath)),
    onWindows ? '' : '../lib',
    'node_modules/npm/bin/npm-cli.js',
  );
  if (fs.existsSync(beside)) return [process.execPath, [beside]];
  return [onWindows ? 'npm.cmd' : 'npm', []];
}

/** Runs npm to its end. */
export function npm(args, options) {
  const [command, first] = npmCommand();
  return run(command, [...first, ...args], {
    what: 'npm',
    shell: onWindows,
    ...options,
  });
}

/** One setting of npm, or undefined. */
export async function npmSetting(name) {
  const [command, first] = npmCommand();
  const answer = await ask(command, [...first, 'config', 'get', name], {
    shell: onWindows,
  });
  return answer && answer !== 'null' && answer !== 'undefined'
    ? answer
    : undefined;
}
