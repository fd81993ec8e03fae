import { BuildRecord, FactPart } from 'backstage-plugin-accountability-common';
import { buildsGrouped, runnerOf } from './buildsGrouped';
import { leftOut } from './buildsLeftOut';
import { busyMs, runnerWeight } from './buildsMinutes';
import { isJob } from './buildsUnits';
import { counted } from './wording';

/** Time of some jobs, milliseconds, weighted by their runners; one of an unknown system weighs 1. Whole numbers, so that their order does not matter. */
export function sumOf(jobs: readonly BuildRecord[]): number {
  const byRunner = new Map<string | undefined, number>();
  for (const job of jobs) {
    const before = byRunner.get(job.runner) ?? 0;
    byRunner.set(job.runner, before + (busyMs(job) ?? 0));
  }
  return [...byRunner].reduce(
    (sum, [runner, ms]) => sum + ms * (runnerWeight(runner) ?? 1),
    0,
  );
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
  const unweighed = [...buildsGrouped(counting, runnerOf)]
    .filter(([runner]) => runnerWeight(runner) === undefined)
    .reduce((sum, [, own]) => sum + own.length, 0);
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
    ...(unweighed > 0
      ? [
          `${counted(
            unweighed,
            'job',
          )} on runners whose system no label names ${
            unweighed === 1 ? 'weighs' : 'weigh'
          } 1`,
        ]
      : []),
  ];
}
