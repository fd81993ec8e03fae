import { BuildRecord, FactPart } from 'backstage-plugin-accountability-common';
import { ago, built, many } from '../testing';
import { besides, leftOut } from './buildsLeftOut';
import { endOf, isJudged, isRun } from './buildsUnits';
import { defineFact } from './defineFact';
import { measureShare } from './measureShare';

/** Share of first attempts on the default branch that succeed. */
export const mainSuccess = defineFact({
  id: 'pipeline.main_success',
  burden: 'pipeline',
  question: 'Is our main branch green at the first attempt?',
  unit: 'ratio',
  windowDays: 28,
  needs: ['build'],
  source:
    'CircleCI State of Software Delivery: success over success, failure and timeout of finished first attempts of runs on the default branch; cancelled, skipped and infrastructure errors left out, jobs too; parts by result; unknown under 10 runs',
  ladder: {
    better: 'higher',
    bronze: 0.71,
    silver: 0.8,
    gold: 0.9,
    basis: 'derived',
  },
  gaming:
    'Deleting tests and retrying within a job make it green; look at the tests that changes bring and at the flake rate beside it.',
  windowBy: { build: endedOnMain },

  measure(context) {
    const judged = context.inWindow.build.filter(isJudged);
    const errors = context.inWindow.build.length - judged.length;
    const share = measureShare(context, {
      hits: judged
        .filter(({ result }) => result === 'success')
        .map(({ id }) => id),
      sample: judged.map(({ id }) => id),
      of: 'first attempts on the default branch',
      that: 'succeeded',
      ...besides([
        ...timeouts(judged),
        ...leftOut(errors, 'run', [
          'ended in an error of the infrastructure',
          'ended in errors of the infrastructure',
        ]),
      ]),
    });
    return share.status === 'unknown'
      ? share
      : { ...share, parts: byResult(judged) };
  },

  examples: [
    {
      given: 'eight of ten succeed, one fails, one times out',
      records: [
        ...many(8, 'b', id => built(id)),
        built('f', { result: 'failure' }),
        built('t', { result: 'timeout' }),
      ],
      gives: 0.8,
    },
    {
      given: 'a failure that a second attempt repaired still counts as one',
      records: [
        ...many(9, 'b', id => built(id)),
        built('f', { result: 'failure' }),
        built('again', { attempt: 2 }),
      ],
      gives: 0.9,
    },
    {
      given: 'cancelled ones, other branches and branches unknown do not count',
      records: [
        ...many(10, 'b', id => built(id)),
        built('c', { result: 'cancellation' }),
        built('o', { result: 'failure', defaultBranch: false }),
        built('u', { result: 'failure', defaultBranch: undefined }),
      ],
      gives: 1,
    },
    {
      given: 'an error of the infrastructure says nothing of the code',
      records: [
        ...many(10, 'b', id => built(id)),
        built('e', { result: 'error' }),
      ],
      gives: 1,
    },
    {
      given: 'jobs of a run do not count beside the run',
      records: [
        ...many(10, 'b', id => built(id, { unit: 'run' })),
        built('j', { unit: 'job', result: 'failure' }),
      ],
      gives: 1,
    },
    {
      given: 'nine builds, too few for a share',
      records: many(9, 'b', id => built(id)),
      gives: 'insufficient-data',
    },
    {
      given: 'ten builds of six weeks ago',
      records: many(10, 'b', id => built(id, { startedAt: ago(42, 'd') })),
      gives: 'insufficient-data',
    },
  ],
});

/** When a build counts: a whole run, ended, on the default branch, at its first attempt. One without a number is of a sender that counts none. */
function endedOnMain(record: BuildRecord): number | undefined {
  const { state, result, defaultBranch, attempt = 1 } = record;
  const counts =
    isRun(record) &&
    defaultBranch === true &&
    attempt === 1 &&
    (isJudged(record) || (state === 'finished' && result === 'error'));
  return counts ? endOf(record) : undefined;
}

function timeouts(judged: readonly BuildRecord[]): string[] {
  const count = judged.filter(({ result }) => result === 'timeout').length;
  return count > 0 ? [`${count} timed out`] : [];
}

/** Numbers of runs by how they ended, successes first. */
function byResult(judged: readonly BuildRecord[]): FactPart[] {
  return ['success', 'failure', 'timeout']
    .map(key => {
      const runs = judged.filter(({ result }) => result === key);
      return { key, value: runs.length, records: runs.map(({ id }) => id) };
    })
    .filter(({ value }) => value > 0);
}
