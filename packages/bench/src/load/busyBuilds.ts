import { BuildRecord } from 'backstage-plugin-accountability-common';
import { base, begun, commitOf, drawn, isOf, MINUTE, Nth } from './nthRecord';

const runners = ['ubuntu-latest', 'windows-2025', 'macos-15', 'large', 'gpu'];

/** Every 16th run is the second attempt at the one before it. */
function runName(n: number): { id: string; attempt: number; first: number } {
  const again = n % 16 === 15;
  const first = again ? n - 1 : n;
  const attempt = again ? 2 : 1;
  return { id: `bench:build:run-${first}:${attempt}`, attempt, first };
}

const otherResults = [
  'failure',
  'cancellation',
  'timeout',
  'error',
  'skip',
] as const;

function resultOf(n: number, salt: number): BuildRecord['result'] {
  return isOf(86, n, salt)
    ? 'success'
    : otherResults[drawn(n, otherResults.length, salt + 1)];
}

/** The nth run of a pipeline. */
export function busyRun(nth: Nth): BuildRecord {
  const { n } = nth;
  const startedAt = begun(nth, 28);
  const { id, attempt, first } = runName(n);
  return {
    ...base('build', nth, startedAt),
    id,
    attempt,
    unit: 'run',
    pipeline: `pipeline ${first % 5}`,
    title: `Run ${first}`,
    sha: commitOf(Math.floor(first / 5)),
    defaultBranch: first % 3 === 0,
    queuedAt: startedAt - MINUTE,
    endedAt: startedAt + 20 * MINUTE,
    state: 'finished',
    result: resultOf(n, 2),
  };
}

/** The nth job; there are two a run. */
export function busyJob(nth: Nth): BuildRecord {
  const { n } = nth;
  const of = Math.floor(n / 2);
  const startedAt = begun(nth, 28);
  const { id, attempt, first } = runName(of);
  return {
    ...base('build', nth, startedAt),
    id: `bench:build:job-${n}`,
    attempt,
    unit: 'job',
    run: id,
    runner: runners[drawn(n, runners.length, 4)],
    pipeline: `pipeline ${first % 5} / ${n % 2 ? 'test' : 'build'}`,
    title: n % 2 ? 'test' : 'build',
    sha: commitOf(Math.floor(first / 5)),
    defaultBranch: first % 3 === 0,
    queuedAt: startedAt - drawn(n, 8 * MINUTE, 5),
    endedAt: startedAt + MINUTE + drawn(n, 15 * MINUTE, 6),
    state: 'finished',
    result: resultOf(n, 7),
  };
}
