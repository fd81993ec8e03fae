import { built, many } from '../testing';
import { leftOut, tailOf } from './buildsLeftOut';
import { endedBuild } from './buildsMinutes';
import { sumNotes, sumOf, sumParts } from './buildsSums';
import { buildsWaste } from './buildsWaste';
import { defineFact } from './defineFact';
import { minimumShareSample } from './measureShare';
import { counted, percent, windowWords } from './wording';

const job = {
  unit: 'job',
  pipeline: 'ci / test',
  sha: 'sha-1',
  runner: 'ubuntu-latest',
} as const;
const others = (count: number) =>
  many(count, 'j', id => built(id, { ...job, run: `of-${id}` }));

/** Share of runner minutes spent on what was run again or cancelled. */
export const wastedRunnerMinutes = defineFact({
  id: 'pipeline.wasted_runner_minutes',
  burden: 'pipeline',
  question: 'How much runner time do we throw away?',
  unit: 'ratio',
  windowDays: 28,
  needs: ['build'],
  source:
    'Weighted runner minutes of jobs that ended in the window and were cancelled, or followed by a later attempt within the same run and commit, over those of all jobs whose run, name and commit are known; Linux 1, Windows 2, macOS 10, others 1; parts by reason; unknown under 10 jobs',
  gaming:
    'Never cancelling what is outdated and pushing anew instead of retrying hide waste; look at all runner minutes beside it.',
  windowBy: { build: endedBuild },

  measure(context) {
    const ended = context.inWindow.build;
    const { jobs, wasted, nameless, reasonOf } = buildsWaste(ended);
    const evidence = jobs.map(({ id }) => id);
    const when = windowWords(context);
    const tail = tailOf([
      ...sumNotes(ended, jobs),
      ...leftOut(nameless, 'job', [
        'does not say its run, name and commit',
        'do not say their run, name and commit',
      ]),
    ]);
    const all = sumOf(jobs);
    if (jobs.length < minimumShareSample || all === 0) {
      return {
        status: 'unknown',
        reason: 'insufficient-data',
        sampleSize: jobs.length,
        evidence,
        because: `${counted(
          jobs.length,
          'job',
        )} that kept a runner for a time that is known in the ${when}; a share needs at least ${minimumShareSample}${tail}`,
      };
    }
    const value = sumOf(wasted) / all;
    return {
      status: 'known',
      value,
      sampleSize: jobs.length,
      evidence,
      parts: sumParts(wasted, reasonOf, all),
      because: `${percent(value)} of the weighted runner minutes of ${
        jobs.length
      } jobs went into ${
        wasted.length
      } that were cancelled or run again, ${when}${tail}`,
    };
  },

  examples: [
    {
      given: 'one of ten was run again',
      records: [
        ...others(8),
        built('a', { ...job, run: 'r:1', result: 'failure' }),
        built('b', { ...job, run: 'r:2', attempt: 2 }),
      ],
      gives: 0.1,
    },
    {
      given: 'one of ten was cancelled',
      records: [
        ...others(9),
        built('c', { ...job, run: 'r:1', result: 'cancellation' }),
      ],
      gives: 0.1,
    },
    {
      given: 'minutes weigh by runner: one of macOS beside ten of Linux',
      records: [
        ...others(10),
        built('c', {
          ...job,
          run: 'r:1',
          result: 'cancellation',
          runner: 'macos-14',
        }),
      ],
      gives: 0.5,
    },
    {
      given: 'another run of the commit does not make the first one waste',
      records: [
        ...others(8),
        built('a', { ...job, run: 'r:1' }),
        built('b', { ...job, run: 's:2', attempt: 2 }),
      ],
      gives: 0,
    },
    {
      given: 'jobs that do not say their commit',
      records: many(10, 'j', id =>
        built(id, { ...job, run: `of-${id}`, sha: undefined }),
      ),
      gives: 'insufficient-data',
    },
  ],
});
