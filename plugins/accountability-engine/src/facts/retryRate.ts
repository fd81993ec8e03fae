import { BuildRecord } from 'backstage-plugin-accountability-common';
import { built, many } from '../testing';
import { runOf } from './buildsAttempts';
import { buildsGrouped } from './buildsGrouped';
import { besides, leftOut } from './buildsLeftOut';
import { isRun } from './buildsUnits';
import { begunBuild } from './buildsWaits';
import { defineFact } from './defineFact';
import { measureShare } from './measureShare';

const runs = (count: number) =>
  many(count, 'r', id => built(`${id}:1`, { unit: 'run' }));
const again = { unit: 'run', attempt: 2 } as const;

/** Share of runs that somebody, or a rule, started again. */
export const retryRate = defineFact({
  id: 'pipeline.retry_rate',
  burden: 'pipeline',
  question: 'How often do we run a build again?',
  unit: 'ratio',
  windowDays: 28,
  needs: ['build'],
  source:
    'OpenTelemetry cicd pipeline runs: runs with an attempt after the first over all runs with an attempt begun in the window, each counted once however often it was tried; jobs, skipped runs and those whose attempt is unknown left out; unknown under 10 runs',
  gaming:
    'A push of an empty commit instead of a retry is not seen; look at runs for each merge beside it.',
  windowBy: { build: begunRun },

  measure(context) {
    const attempts = context.inWindow.build;
    const numbered = attempts.filter(({ attempt }) => attempt !== undefined);
    const tried = [...buildsGrouped(numbered, runOf).values()];
    const retried = tried.filter(run =>
      run.some(({ attempt = 1 }) => attempt > 1),
    );
    const share = measureShare(context, {
      hits: retried.map(([{ id }]) => id),
      sample: tried.map(([{ id }]) => id),
      of: 'runs',
      that: 'were run again',
      ...besides(
        leftOut(attempts.length - numbered.length, 'run', [
          'does not say which attempt it is',
          'do not say which attempt they are',
        ]),
      ),
    });
    return { ...share, evidence: numbered.map(({ id }) => id) };
  },

  examples: [
    {
      given: 'one of ten runs had a second attempt',
      records: [...runs(10), built('r1:2', again)],
      gives: 0.1,
    },
    {
      given: 'a third attempt does not count the run again',
      records: [
        ...runs(10),
        built('r1:2', again),
        built('r1:3', { ...again, attempt: 3 }),
      ],
      gives: 0.1,
    },
    {
      given: 'its first attempt was before the window',
      records: [...runs(9), built('r0:2', again)],
      gives: 0.1,
    },
    {
      given: 'attempts of jobs are no attempts of their run',
      records: [...runs(10), built('j', { unit: 'job', attempt: 2 })],
      gives: 0,
    },
    {
      given: 'ten runs of a sender that does not count attempts',
      records: many(10, 'b', id => built(id, { attempt: undefined })),
      gives: 'insufficient-data',
    },
  ],
});

/** When a build counts: a whole run that began and was not skipped. */
function begunRun(record: BuildRecord): number | undefined {
  return isRun(record) ? begunBuild(record) : undefined;
}
