import { BuildRecord, RunResult } from 'backstage-plugin-accountability-common';

// A run and its jobs tell of one execution twice. A fact takes one of the two;
// a build without a unit is of a sender that tells of one only, and is both.

/** What occupies a runner: a job. */
export function isJob({ unit }: BuildRecord): boolean {
  return unit !== 'run';
}

/** What a commit is judged by: a whole run. */
export function isRun({ unit }: BuildRecord): boolean {
  return unit !== 'job';
}

const judging: readonly (RunResult | undefined)[] = [
  'success',
  'failure',
  'timeout',
];

/** Whether a build came to an end that says something of the code: not cancelled, skipped or lost by the infrastructure. */
export function isJudged({ state, result }: BuildRecord): boolean {
  return state === 'finished' && judging.includes(result);
}

/** When a build ended, for placing it in a window. */
export function endOf({ endedAt, startedAt }: BuildRecord): number {
  return endedAt ?? startedAt;
}
