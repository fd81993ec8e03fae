import { BuildRecord, FactPart } from 'backstage-plugin-accountability-common';
import { built, many } from '../testing';
import { attemptKey, laterAmong } from './buildsAttempts';
import { buildsGrouped, unnamed } from './buildsGrouped';
import { besides, leftOut } from './buildsLeftOut';
import { endOf, isJob, isJudged } from './buildsUnits';
import { defineFact } from './defineFact';
import { measureShare } from './measureShare';

const commit = { unit: 'job', pipeline: 'ci / test', sha: 'sha-1' } as const;
const first = { ...commit, run: 'run-1:1', attempt: 1 };
const second = { ...commit, run: 'run-1:2', attempt: 2 };
const others = (count: number) =>
  many(count, 'b', id => built(id, { ...commit, run: `of-${id}` }));

/** Share of finished jobs that failed and, run again on the same commit, passed. */
export const rerunFlakeRate = defineFact({
  id: 'pipeline.rerun_flake_rate',
  burden: 'pipeline',
  question: 'How often does a build fail for no reason in the code?',
  unit: 'ratio',
  windowDays: 28,
  needs: ['build'],
  source:
    'Google, flaky tests: same code, both results. Jobs that failed or timed out and of which a later attempt within the same run, on the same commit, succeeded, over all jobs ended in success, failure or timeout whose run and commit are known; runs where no jobs are told of; parts by job; unknown under 10',
  ladder: {
    better: 'lower',
    bronze: 0.05,
    silver: 0.02,
    gold: 0.01,
    basis: 'convention',
  },
  gaming:
    'Skipped tests do not flake, and neither do those that are retried within a job; look at the tests that changes bring beside it.',
  windowBy: { build: judgedBuild },

  measure(context) {
    const judged = context.inWindow.build;
    const unit = judged.some(build => build.unit === 'job') ? 'job' : 'run';
    const counted = unit === 'job' ? judged.filter(isJob) : judged;
    const attempts = [...buildsGrouped(counted, attemptKey).values()];
    const told = attempts.flat();
    const failed = told.filter(({ result }) => result !== 'success');
    const flaky = attempts.flatMap(flakyAmong);
    const share = measureShare(context, {
      hits: flaky.map(({ id }) => id),
      sample: told.map(({ id }) => id),
      of: `finished ${unit}s`,
      that: 'failed and passed when run again on the same commit',
      ...besides([
        ...(failed.length > 0
          ? [`${flaky.length} of ${failed.length} failures were such`]
          : []),
        ...leftOut(counted.length - told.length, unit, [
          'does not say its run, name and commit',
          'do not say their run, name and commit',
        ]),
      ]),
    });
    return share.status === 'unknown'
      ? share
      : { ...share, parts: byName(flaky) };
  },

  examples: [
    {
      given: 'one of ten failed at first and passed at the second attempt',
      records: [
        ...others(8),
        built('f', { ...first, result: 'failure' }),
        built('p', second),
      ],
      gives: 0.1,
    },
    {
      given: 'both failures before the pass count',
      records: [
        ...others(7),
        built('f', { ...first, result: 'failure' }),
        built('g', { ...second, result: 'timeout' }),
        built('p', { ...commit, run: 'run-1:3', attempt: 3 }),
      ],
      gives: 0.2,
    },
    {
      given: 'another run of the commit passed, which is no second attempt',
      records: [
        ...others(8),
        built('f', { ...first, result: 'failure' }),
        built('p', { ...second, run: 'run-2:2' }),
      ],
      gives: 0,
    },
    {
      given: 'it passed, and a later attempt failed',
      records: [
        ...others(8),
        built('p', first),
        built('f', { ...second, result: 'failure' }),
      ],
      gives: 0,
    },
    {
      given: 'runs do not count beside their jobs',
      records: [
        ...others(8),
        built('f', { ...first, result: 'failure' }),
        built('p', second),
        built('run-1:1', { unit: 'run', sha: 'sha-1', result: 'failure' }),
        built('run-1:2', { unit: 'run', sha: 'sha-1', attempt: 2 }),
      ],
      gives: 0.1,
    },
    {
      given: 'no job says its commit',
      records: many(10, 'b', id => built(id, { ...first, sha: undefined })),
      gives: 'insufficient-data',
    },
  ],
});

/** When a build counts: it ended in success, failure or timeout. */
function judgedBuild(record: BuildRecord): number | undefined {
  return isJudged(record) ? endOf(record) : undefined;
}

/** Attempts at one thing that failed, and of which a later one passed. */
function flakyAmong(attempts: readonly BuildRecord[]): BuildRecord[] {
  if (attempts.length < 2) return [];
  const isPassedLater = laterAmong(
    attempts.filter(({ result }) => result === 'success'),
  );
  return attempts
    .filter(({ result }) => result !== 'success')
    .filter(isPassedLater);
}

/** Which jobs flake, the worst first. */
function byName(flaky: readonly BuildRecord[]): FactPart[] {
  return [...buildsGrouped(flaky, titleOf)]
    .map(([key, builds]) => ({
      key,
      value: builds.length,
      records: builds.map(({ id }) => id),
    }))
    .sort((a, b) => b.value - a.value || (a.key < b.key ? -1 : 1));
}

/** A run's title has its number; a job's says more than its pipeline. */
function titleOf({ unit, title, pipeline }: BuildRecord): string {
  const name = unit === 'job' ? title ?? pipeline : pipeline;
  return name ?? unnamed;
}
