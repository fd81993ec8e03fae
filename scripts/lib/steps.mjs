import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

const TAIL_LINES = 30;

/** A step that could not be done: why, and the log that tells more. */
export class StepFailure extends Error {
  constructor(message, { log } = {}) {
    super(message);
    this.name = 'StepFailure';
    this.log = log;
  }
}

/** Seconds in words: `0.4 s`, `42 s`, `3 min 05 s`. */
export function duration(ms) {
  const seconds = ms / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  const rest = String(whole % 60).padStart(2, '0');
  return `${Math.floor(whole / 60)} min ${rest} s`;
}

/** `1618` to `1,618`. */
export const count = number => Number(number).toLocaleString('en-US');

/** Shows one line for a piece of work, with how long it took and the note it gives back. */
export async function step(title, work) {
  const begun = performance.now();
  process.stdout.write(`  ${title} … `);
  try {
    const note = await work();
    const took = duration(performance.now() - begun);
    process.stdout.write(
      typeof note === 'string' ? `${took}, ${note}\n` : `${took}\n`,
    );
    return note;
  } catch (error) {
    process.stdout.write(
      `failed after ${duration(performance.now() - begun)}\n`,
    );
    error.step ??= title;
    throw error;
  }
}

/** The end of a log, or nothing when there is none. */
export function tail(file, lines = TAIL_LINES) {
  if (!file || !fs.existsSync(file)) return '';
  return fs
    .readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(-lines)
    .join('\n');
}

/** Says which step failed, why, and where the whole log is. */
export function explain(error) {
  const lines = [''];
  lines.push(error.step ? `Failed: ${error.step}` : 'Failed');
  lines.push(
    error instanceof StepFailure
      ? error.message
      : String(error?.stack ?? error),
  );
  const end = tail(error.log);
  if (end)
    lines.push(
      '',
      'The end of its log:',
      ...end.split('\n').map(line => `  | ${line}`),
    );
  if (error.log)
    lines.push('', `The whole log: ${path.relative(root, error.log)}`);
  return lines.join('\n');
}
