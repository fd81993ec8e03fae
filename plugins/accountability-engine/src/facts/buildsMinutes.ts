import { BuildRecord } from 'backstage-plugin-accountability-common';
import { isJob, isJudged } from './buildsUnits';

/** When a job's time counts: at its end, whole. Runs are told of too, so that their jobs can be missed. */
export function endedBuild(record: BuildRecord): number | undefined {
  const { state, result, endedAt } = record;
  return state === 'finished' && result !== 'skip' ? endedAt : undefined;
}

/**
 * How long a job kept a runner busy, milliseconds; undefined where that is
 * unknown. One that says when it was queued is known to have begun. One that
 * does not may have been cancelled, or lost, before a runner took it, and an
 * end without a length is all that is known of it.
 */
export function busyMs(build: BuildRecord): number | undefined {
  const { startedAt, endedAt, queuedAt } = build;
  if (endedAt === undefined || !isJob(build)) return undefined;
  const took = endedAt - startedAt;
  const began = queuedAt !== undefined || (isJudged(build) && took > 0);
  return began && took >= 0 ? took : undefined;
}

const systems = [
  { words: ['linux', 'ubuntu'], weight: 1 },
  { words: ['windows'], weight: 2 },
  { words: ['macos', 'mac', 'osx', 'darwin'], weight: 10 },
];

/**
 * What a minute of a runner weighs, as GitHub bills it; undefined where its
 * label names no system, or several.
 */
export function runnerWeight(runner: string | undefined): number | undefined {
  const words = (runner ?? '').toLowerCase().split(/[^a-z]+/);
  const named = systems.filter(system =>
    system.words.some(word => words.includes(word)),
  );
  return named.length === 1 ? named[0].weight : undefined;
}
