import { BuildRecord } from 'backstage-plugin-accountability-common';
import { built, many } from '../testing';
import { formatDuration, SECOND } from '../time';
import { buildsGrouped } from './buildsGrouped';
import { tailOf } from './buildsLeftOut';
import { busyMs, endedBuild } from './buildsMinutes';
import { sumNotes } from './buildsSums';
import { buildsWaste } from './buildsWaste';
import { defineFact } from './defineFact';
import { counted, windowWords } from './wording';

const job = {
  unit: 'job',
  pipeline: 'ci / test',
  sha: 'sha-1',
  runner: 'ubuntu-latest',
} as const;
const others = (count: number) =>
  many(count, 'j', id => built(id, { ...job, run: `of-${id}` }));

/** Time that jobs took which were run again or cancelled. What a check about retries costs. */
export const wastedTime = defineFact({
  id: 'pipeline.wasted_time',
  burden: 'pipeline',
  question: 'How much time went into jobs that had to be run again?',
  unit: 'seconds',
  windowDays: 28,
  needs: ['build'],
  source:
    'Sum of the time of jobs that ended in the window and were cancelled, or followed by a later attempt within the same run and commit, each minute as one whatever the runner; jobs whose run, name or commit is not known left out, so that it is a lower bound; parts by reason; a known zero where jobs ended and none was waste',
  gaming:
    'Never cancelling what is outdated and pushing anew instead of retrying hide waste; look at all runner minutes beside it.',
  windowBy: { build: endedBuild },

  measure(context) {
    const ended = context.inWindow.build;
    const { jobs, wasted, reasonOf } = buildsWaste(ended);
    const tail = tailOf(sumNotes(ended, []));
    const when = windowWords(context);
    if (jobs.length === 0) {
      return {
        status: 'unknown',
        reason: 'insufficient-data',
        because: `No job ended in the ${when} of which run, name, commit and length are known${tail}`,
      };
    }
    const ms = sumMs(wasted);
    return {
      status: 'known',
      value: ms / SECOND,
      sampleSize: jobs.length,
      evidence: wasted.map(({ id }) => id),
      parts: [...buildsGrouped(wasted, reasonOf)].map(([key, own]) => ({
        key,
        value: sumMs(own) / SECOND,
        records: own.map(({ id }) => id),
      })),
      because: `${formatDuration(ms)} went into ${wasted.length} of ${counted(
        jobs.length,
        'job',
      )}, which were cancelled or run again, ${when}${tail}`,
    };
  },

  examples: [
    {
      given: 'one of ten jobs of five minutes was run again',
      records: [
        ...others(8),
        built('a', { ...job, run: 'r:1', result: 'failure' }),
        built('b', { ...job, run: 'r:2', attempt: 2 }),
      ],
      gives: 300,
    },
    {
      given: 'one was cancelled',
      records: [
        ...others(2),
        built('c', { ...job, run: 'r:1', result: 'cancellation' }),
      ],
      gives: 300,
    },
    { given: 'no job was wasted: a known zero', records: others(3), gives: 0 },
    {
      given: 'jobs that do not say their commit',
      records: many(10, 'j', id =>
        built(id, { ...job, run: `of-${id}`, sha: undefined }),
      ),
      gives: 'insufficient-data',
    },
  ],
});

function sumMs(jobs: readonly BuildRecord[]): number {
  return jobs.reduce((sum, each) => sum + (busyMs(each) ?? 0), 0);
}
