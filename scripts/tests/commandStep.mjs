import { openLog, start } from '../lib/run.mjs';
import { tail } from '../lib/steps.mjs';

const TAIL_LINES = 120;
const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };

/** A check that is one command: passed when it ends with 0. */
export async function commandStep(name, args, options = {}) {
  const log = openLog(name);
  const { code } = await start(process.execPath, args, { log, env, ...options })
    .ended;
  if (code === 0) return { passed: 1, failed: 0, skipped: 0, failures: [] };
  const text = tail(log, TAIL_LINES) || `ended with code ${code}`;
  return {
    passed: 0,
    failed: 1,
    skipped: 0,
    failures: [{ title: name, text }],
  };
}
