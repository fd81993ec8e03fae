import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { logsDir, root } from './paths.mjs';
import { StepFailure } from './steps.mjs';

const onPosix = process.platform !== 'win32';
const GRACE_MS = 10_000;
// eslint-disable-next-line no-control-regex
const COLOURS = /\u001b\[[\d;]*m/g;
const running = new Set();

/** The file that takes a command's output. Begun anew each time. */
export function openLog(name) {
  fs.mkdirSync(logsDir, { recursive: true });
  const file = path.join(logsDir, `${name}.log`);
  fs.writeFileSync(file, '');
  return file;
}

/**
 * Starts a command in its own process group, so that it ends with all it started.
 * `onLine` sees each line of output; `log` takes all of it.
 */
export function start(command, args, { log, onLine, ...options } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: onPosix,
    ...options,
  });
  const file = log ? fs.openSync(log, 'a') : undefined;
  const rest = { stdout: '', stderr: '' };
  const take = name => coloured => {
    const chunk = coloured.replace(COLOURS, '');
    if (file !== undefined) fs.writeSync(file, chunk);
    if (!onLine) return;
    const lines = (rest[name] + chunk).split('\n');
    rest[name] = lines.pop();
    lines.forEach(line => onLine(line));
  };
  child.stdout?.setEncoding('utf8').on('data', take('stdout'));
  child.stderr?.setEncoding('utf8').on('data', take('stderr'));
  running.add(child);
  child.ended = new Promise(resolve => {
    child.once('error', error => resolve({ code: -1, error }));
    child.once('close', (code, signal) => resolve({ code, signal }));
  }).then(end => {
    running.delete(child);
    if (file !== undefined) fs.closeSync(file);
    return end;
  });
  return child;
}

/** Sends a signal to a command and all it started. */
export function signal(child, name) {
  try {
    if (onPosix && child.pid) process.kill(-child.pid, name);
    else child.kill(name);
  } catch {
    // It has ended already.
  }
}

/** Asks a command to end, and ends it when it has not after ten seconds. */
export async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  signal(child, 'SIGTERM');
  const timer = setTimeout(() => signal(child, 'SIGKILL'), GRACE_MS);
  await child.ended;
  clearTimeout(timer);
}

/** Ends every command that still runs. */
export async function stopAll() {
  await Promise.all([...running].map(stop));
}

/** Runs a command to its end; its output goes to the log only. Fails with the log's end. */
export async function run(command, args, { log, what, ...options } = {}) {
  const {
    code,
    signal: by,
    error,
  } = await start(command, args, { log, ...options }).ended;
  if (code === 0) return;
  const why =
    error?.message ?? (by ? `ended by ${by}` : `ended with code ${code}`);
  throw new StepFailure(`${what ?? path.basename(command)} ${why}`, { log });
}

/** Runs a command and gives what it wrote to standard output, or undefined when it failed. */
export async function ask(command, args, options = {}) {
  let answer = '';
  const child = start(command, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  child.stdout.on('data', chunk => {
    answer += chunk;
  });
  const { code } = await child.ended;
  return code === 0 ? answer.trim() : undefined;
}
