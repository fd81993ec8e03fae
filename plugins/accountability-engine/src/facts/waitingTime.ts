import { ago, built, many } from '../testing';
import { formatDuration, MINUTE, SECOND } from '../time';
import { buildsGrouped, runnerOf } from './buildsGrouped';
import { tailOf } from './buildsLeftOut';
import { begunBuild, buildsWaits } from './buildsWaits';
import { defineFact } from './defineFact';
import { counted, windowWords } from './wording';

/** Waits that nobody minds: it takes a moment to give a job to a runner that is free. */
const unheeded = 5 * MINUTE;

/** Time that jobs waited for a runner beyond five minutes each. What a check about queues costs. */
export const waitingTime = defineFact({
  id: 'pipeline.waiting_time',
  burden: 'pipeline',
  question: 'How much time did our jobs stand in the queue?',
  unit: 'seconds',
  windowDays: 28,
  needs: ['build'],
  source:
    'Sum over attempts of jobs begun in the window of started less queued beyond five minutes (our convention), waits for approval taken off; jobs that do not say when they were queued left out, so that it is a lower bound; skipped ones and whole runs left out; parts by runner; a known zero where jobs waited and none beyond that',
  gaming:
    'Fewer jobs for a change wait less; where runners are shared the wait is that of all, so do not blame the service.',
  windowBy: { build: begunBuild },

  measure(context) {
    const { waited, notes } = buildsWaits(context);
    const tail = tailOf(notes);
    const when = windowWords(context);
    if (waited.length === 0) {
      return {
        status: 'unknown',
        reason: 'insufficient-data',
        because: `No job of which it is known when it was queued began in the ${when}${tail}`,
      };
    }
    const long = waited.filter(({ wait }) => wait > unheeded);
    const ms = beyond(long.map(({ wait }) => wait));
    return {
      status: 'known',
      value: ms / SECOND,
      sampleSize: waited.length,
      evidence: long.map(({ job }) => job.id),
      parts: [...buildsGrouped(long, ({ job }) => runnerOf(job))]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([runner, own]) => ({
          key: runner,
          value: beyond(own.map(({ wait }) => wait)) / SECOND,
          records: own.map(({ job }) => job.id),
        })),
      because: `${counted(waited.length, 'job')} waited ${formatDuration(
        ms,
      )} in all beyond five minutes each, ${
        long.length
      } of them that long, ${when}${tail}`,
    };
  },

  examples: [
    {
      given: 'two of five jobs waited eight minutes',
      records: [
        ...many(3, 'b', id => built(id)),
        ...many(2, 's', id =>
          built(id, { queuedAt: ago(2, 'd') - 8 * MINUTE }),
        ),
      ],
      gives: 360,
    },
    {
      given: 'jobs that waited a minute: a known zero',
      records: many(3, 'b', id => built(id)),
      gives: 0,
    },
    {
      given: 'jobs that do not say when they were queued',
      records: many(3, 'b', id => built(id, { queuedAt: undefined })),
      gives: 'insufficient-data',
    },
  ],
});

function beyond(waits: readonly number[]): number {
  return waits.reduce((sum, wait) => sum + Math.max(0, wait - unheeded), 0);
}
