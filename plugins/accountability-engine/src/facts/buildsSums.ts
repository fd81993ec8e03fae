import { BuildRecord, FactPart } from 'backstage-plugin-accountability-common';
import { buildsGrouped } from './buildsGrouped';
import { leftOut } from './buildsLeftOut';
import { busyMs, runnerWeight, weightedMs } from './buildsMinutes';
import { isJob } from './buildsUnits';
import { counted } from './wording';

/** Weighted time of some jobs, milliseconds: whole numbers, so that their order does not matter. */
export function sumOf(jobs: readonly BuildRecord[]): number {
  return jobs.reduce((sum, job) => sum + weightedMs(job), 0);
}

/** Jobs by a key with their weighted time over `unit`, the largest first. */
export function sumParts(
  jobs: readonly BuildRecord[],
  toKey: (job: BuildRecord) => string | undefined,
  unit: number,
): FactPart[] {
  return [...buildsGrouped(jobs, toKey)]
    .map(([key, own]) => ({
      key,
      value: sumOf(own) / unit,
      records: own.map(({ id }) => id),
    }))
    .sort((a, b) => b.value - a.value || (a.key < b.key ? -1 : 1));
}

/** What is said of jobs that are not counted, and of weights that are not known. */
export function sumNotes(
  ended: readonly BuildRecord[],
  counting: readonly BuildRecord[],
): string[] {
  const jobs = ended.filter(isJob);
  const runs = ended.length - jobs.length;
  const unmeasured = jobs.filter(job => busyMs(job) === undefined);
  const unweighed = counting.filter(
    ({ runner }) => runnerWeight(runner) === undefined,
  );
  return [
    ...leftOut(unmeasured.length, 'job', [
      'does not say how long it kept a runner',
      'do not say how long they kept a runner',
    ]),
    ...(jobs.length === 0 && runs > 0
      ? [
          `${counted(
            runs,
            'run was',
            'runs were',
          )} told of and no job; let the source send its jobs`,
        ]
      : []),
    ...(unweighed.length > 0
      ? [
          `${counted(
            unweighed.length,
            'job',
          )} on runners whose system no label names ${
            unweighed.length === 1 ? 'weighs' : 'weigh'
          } 1`,
        ]
      : []),
  ];
}
