import { ago, built } from '../testing';
import { HOUR, MINUTE } from '../time';
import { Breaks, breaksOf, judgedOnMain } from './buildsBreaks';
import { defineFact } from './defineFact';
import { measureMedian } from './measureMedian';
import { counted } from './wording';

/** A run of main that began so many hours after the window's first day and took five minutes. */
const run = (id: string, hours: number, given: Parameters<typeof built>[1]) =>
  built(id, {
    unit: 'run',
    pipeline: 'ci',
    startedAt: ago(20, 'd') + hours * HOUR,
    ...given,
  });
const failure = { result: 'failure' } as const;

/** Median time that the default branch stays broken. */
export const brokenMainRecovery = defineFact({
  id: 'pipeline.broken_main_recovery',
  burden: 'pipeline',
  question: 'How long does our main branch stay broken?',
  unit: 'seconds',
  windowDays: 28,
  needs: ['build'],
  source:
    'DORA continuous integration, time a broken default branch stays broken: median (type 7), over breaks mended in the window, from the end of the first run that failed or timed out after a success until the end of the next success, by order of start and pipeline; jobs, cancelled runs and infrastructure errors left out; still broken ones are no time yet',
  ladder: {
    better: 'lower',
    bronze: 7200,
    silver: 4320,
    gold: 3600,
    basis: 'derived',
  },
  gaming:
    'Removing the pipeline or the failing test mends it at once; look at the success of the default branch and at the tests that changes bring beside it.',
  windowBy: { build: judgedOnMain },

  measure(context) {
    const breaks = breaksOf(context.inWindow.build);
    return measureMedian(context, {
      timed: breaks.mended.map(({ failed, mended, took }) => ({
        record: mended.id,
        at: mended.startedAt,
        ms: took,
        records: [...failed, mended].map(({ id }) => id),
      })),
      of: ['break of the default branch', 'breaks of the default branch'],
      none: 'No break of the default branch began and was mended, so there is no time to measure',
      besides: notesOf(breaks),
      otherwise: [...breaks.open, ...breaks.sinceUnknown].map(({ id }) => id),
    });
  },

  examples: [
    {
      given: 'broken at one run, green at the next, an hour later',
      records: [run('a', 0, {}), run('b', 1, failure), run('c', 2, {})],
      gives: 3600,
    },
    {
      given: 'three failures in a row are one break',
      records: [
        run('a', 0, {}),
        run('b', 1, failure),
        run('c', 2, { result: 'timeout' }),
        run('d', 3, failure),
        run('e', 4, {}),
      ],
      gives: 3 * 3600,
    },
    {
      given: 'a second attempt mends it too',
      records: [
        run('a', 0, {}),
        run('b:1', 1, failure),
        run('b:2', 1.5, { attempt: 2 }),
      ],
      gives: 1800,
    },
    {
      given: 'another pipeline that succeeds mends nothing',
      records: [
        run('a', 0, {}),
        run('b', 1, failure),
        run('lint', 2, { pipeline: 'lint' }),
        run('c', 3, {}),
      ],
      gives: 2 * 3600,
    },
    {
      given: 'the success began later and was over before the failure was',
      records: [
        run('a', 0, {}),
        run('b', 1, { ...failure, endedAt: ago(20, 'd') + 2 * HOUR }),
        run('c', 1.5, { endedAt: ago(20, 'd') + 1.5 * HOUR + MINUTE }),
      ],
      gives: 0,
    },
    {
      given: 'it is broken still',
      records: [run('a', 0, {}), run('b', 1, failure)],
      gives: 'insufficient-data',
    },
    {
      given: 'it was broken from the first run that is known',
      records: [run('b', 1, failure), run('c', 2, {})],
      gives: 'insufficient-data',
    },
  ],
});

function notesOf({ open, sinceUnknown }: Breaks): string[] {
  const notes = [];
  if (open.length > 0) {
    const still = counted(open.length, 'pipeline is', 'pipelines are');
    notes.push(`${still} broken still`);
  }
  if (sinceUnknown.length > 0) {
    const were = counted(sinceUnknown.length, 'pipeline was', 'pipelines were');
    notes.push(`${were} broken from the first run on, since when is unknown`);
  }
  return notes;
}
