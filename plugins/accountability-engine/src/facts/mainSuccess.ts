import { BuildRecord, RunResult } from 'backstage-plugin-accountability-common';
import { ago, built, many } from '../testing';
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
    'CircleCI State of Software Delivery: success over success, failure and timeout of finished first attempts on the default branch; cancelled, skipped and infrastructure errors left out; unknown under 10 builds',
  windowBy: { build: judgedOnMain },

  measure(context) {
    const builds = context.inWindow.build;
    const green = builds.filter(({ result }) => result === 'success');
    return measureShare(context, {
      hits: green.map(({ id }) => id),
      sample: builds.map(({ id }) => id),
      of: 'first attempts on the default branch',
      that: 'succeeded',
    });
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

const judged: readonly (RunResult | undefined)[] = [
  'success',
  'failure',
  'timeout',
];

/** When a build counts: a whole run, finished, on the default branch, at its first attempt. */
function judgedOnMain(record: BuildRecord): number | undefined {
  const { state, result, defaultBranch, attempt = 1, unit } = record;
  const counts =
    unit !== 'job' &&
    state === 'finished' &&
    defaultBranch === true &&
    attempt === 1 &&
    judged.includes(result);
  return counts ? record.endedAt ?? record.startedAt : undefined;
}
