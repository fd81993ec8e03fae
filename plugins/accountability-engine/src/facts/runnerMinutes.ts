import { ago, built, many } from '../testing';
import { MINUTE, WEEK } from '../time';
import { runnerOf } from './buildsGrouped';
import { tailOf } from './buildsLeftOut';
import { busyMs, endedBuild } from './buildsMinutes';
import { sumNotes, sumOf, sumParts } from './buildsSums';
import { defineFact } from './defineFact';
import { counted, windowWords } from './wording';

/** Minutes that jobs kept runners busy in a week; a minute of Windows counts as 2, one of macOS as 10. */
export const runnerMinutes = defineFact({
  id: 'pipeline.runner_minutes',
  burden: 'pipeline',
  question: 'How much of our runners do our builds take?',
  unit: 'per-week',
  windowDays: 28,
  needs: ['build'],
  source:
    'GitHub Actions billing: minutes from start to end of attempts of jobs that ended in the window, a week, failed and cancelled ones too, not rounded; Linux 1, Windows 2, macOS 10 by the label of the runner, others 1; skipped jobs, whole runs and jobs that may never have begun left out; parts by runner',
  gaming:
    'Switching checks off saves minutes; look at the success of the default branch and at test discipline beside it.',
  windowBy: { build: endedBuild },

  measure(context) {
    const ended = context.inWindow.build;
    const jobs = ended.filter(job => busyMs(job) !== undefined);
    const evidence = jobs.map(({ id }) => id);
    const tail = tailOf(sumNotes(ended, jobs));
    const when = windowWords(context);
    if (jobs.length === 0) {
      return {
        status: 'unknown',
        reason: 'insufficient-data',
        because: `No job of which it is known how long it kept a runner ended in the ${when}${tail}`,
      };
    }
    const weeks = (context.window.to - context.window.from) / WEEK;
    const value = sumOf(jobs) / (MINUTE * weeks);
    return {
      status: 'known',
      value,
      sampleSize: jobs.length,
      evidence,
      parts: sumParts(jobs, runnerOf, MINUTE * weeks),
      because: `${counted(jobs.length, 'job')} took ${Math.round(
        value,
      )} weighted minutes of runners a week, ${when}${tail}`,
    };
  },

  examples: [
    {
      given: 'eight jobs of five minutes on Linux in four weeks',
      records: many(8, 'j', id =>
        built(id, { unit: 'job', runner: 'ubuntu-latest' }),
      ),
      gives: 10,
    },
    {
      given: 'one of them on Windows, one on macOS',
      records: [
        ...many(6, 'j', id =>
          built(id, { unit: 'job', runner: 'ubuntu-latest' }),
        ),
        built('w', { unit: 'job', runner: 'windows-2022' }),
        built('m', { unit: 'job', runner: 'macos-14' }),
      ],
      gives: 22.5,
    },
    {
      given: 'failed and cancelled ones count, runs and skipped ones do not',
      records: [
        ...many(4, 'f', id => built(id, { unit: 'job', result: 'failure' })),
        ...many(4, 'c', id =>
          built(id, { unit: 'job', result: 'cancellation' }),
        ),
        built('s', { unit: 'job', result: 'skip' }),
        built('r', { unit: 'run' }),
      ],
      gives: 10,
    },
    {
      given: 'one cancelled that may never have begun is left out',
      records: [
        ...many(8, 'j', id => built(id, { unit: 'job' })),
        built('c', {
          unit: 'job',
          result: 'cancellation',
          queuedAt: undefined,
        }),
      ],
      gives: 10,
    },
    {
      given: 'runs alone, which take no runner',
      records: many(20, 'r', id => built(id, { unit: 'run' })),
      gives: 'insufficient-data',
    },
    {
      given: 'the last job ended six weeks ago',
      records: [built('j', { unit: 'job', startedAt: ago(42, 'd') })],
      gives: 'insufficient-data',
    },
  ],
});
