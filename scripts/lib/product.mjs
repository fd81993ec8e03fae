import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot } from './paths.mjs';
import { signal, start, stop } from './run.mjs';
import { secretsOf } from './secrets.mjs';
import { StepFailure } from './steps.mjs';
import { nodeTransform } from './tools.mjs';

const READY_WITHIN_MS = 180_000;
// 2026-11-24T00:06:46.900Z accountability error Assessment failed …
const TROUBLE = /^\S+ (\S+) (warn|error) (.*)$/;
const MOST_CHARACTERS = 300;
const QUIET_MS = 60_000;
const START_FAILED = 'Backend startup failed';

/** The environment in which the backend and the demo see the same data, port and secrets. */
function environment({ dataDir, port }) {
  return {
    ...process.env,
    ...secretsOf(dataDir),
    ACCOUNTABILITY_DATA_DIR: path.resolve(dataDir),
    PORT: String(port),
    // As Backstage's own `start` does; it also lets open connections not hold up the end.
    NODE_ENV: 'development',
    NO_COLOR: '1',
    FORCE_COLOR: '0',
  };
}

const typescript = file => ['--require', nodeTransform, inRoot(file)];

/** Picks warnings and errors out of a log, each at most once a minute. */
function troubleSeer(onTrouble) {
  const seen = new Map();
  return line => {
    const found = TROUBLE.exec(line);
    if (!found || !onTrouble) return;
    const [, plugin, level, rest] = found;
    const said = rest.split(/ (?:stack|type)="/)[0].slice(0, MOST_CHARACTERS);
    const text = `${level} in ${plugin}: ${said}`;
    const now = Date.now();
    if (now - (seen.get(text) ?? 0) < QUIET_MS) return;
    seen.set(text, now);
    onTrouble(text);
  };
}

async function isReady(url) {
  try {
    const answer = await fetch(`${url}/.backstage/health/v1/readiness`);
    return answer.ok;
  } catch {
    return false;
  }
}

/**
 * Starts the backend, which serves the portal too, and waits until it is ready.
 * `onTrouble` sees each warning and error it logs.
 */
export async function startBackend({
  dataDir,
  port,
  log,
  onTrouble,
  config = ['app-config.yaml'],
}) {
  fs.mkdirSync(`${dataDir}/policies`, { recursive: true });
  const configs = config.flatMap(file => ['--config', inRoot(file)]);
  const seeTrouble = troubleSeer(onTrouble);
  let failed = false;
  const child = start(
    process.execPath,
    [...typescript('packages/backend/src/index.ts'), ...configs],
    {
      log,
      env: environment({ dataDir, port }),
      onLine: line => {
        // It goes on running after that and would never be ready.
        failed ||= line.includes(START_FAILED);
        seeTrouble(line);
      },
    },
  );
  const url = `http://localhost:${port}`;
  let ended;
  child.ended.then(end => {
    ended = end;
  });
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await isReady(url))) {
    if (ended) {
      throw new StepFailure(
        `The backend ended with code ${ended.code ?? ended.signal}`,
        { log },
      );
    }
    if (failed) {
      await stop(child);
      throw new StepFailure('The backend could not start', { log });
    }
    if (Date.now() > deadline) {
      await stop(child);
      throw new StepFailure('The backend was not ready after three minutes', {
        log,
      });
    }
    await sleep(200);
  }
  return {
    url,
    child,
    ended: child.ended,
    stop: () => stop(child),
    kill: () => {
      signal(child, 'SIGKILL');
      return child.ended;
    },
  };
}

/** Runs a command of the demo company; gives the child, whose `ended` settles at its end. */
export function startDemo(command, { dataDir, port, log, onLine, args = [] }) {
  const where = ['--data-dir', dataDir, '--url', `http://localhost:${port}`];
  return start(
    process.execPath,
    [...typescript('packages/demo/src/main.ts'), command, ...where, ...args],
    { log, onLine, env: environment({ dataDir, port }) },
  );
}

/** Runs a command of the demo company to its end; gives the last line it wrote. */
export async function runDemo(command, { onLine, ...options }) {
  let last;
  const see = line => {
    last = line.trim() || last;
    onLine?.(line);
  };
  const { code, signal: by } = await startDemo(command, {
    ...options,
    onLine: see,
  }).ended;
  if (code === 0) return last;
  throw new StepFailure(
    `demo ${command} ended ${by ? `by ${by}` : `with code ${code}`}`,
    { log: options.log },
  );
}
