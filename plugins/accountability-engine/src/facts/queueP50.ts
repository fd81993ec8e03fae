import { ago, built, many } from '../testing';
import { MINUTE } from '../time';
import { buildsQueueQuantile } from './buildsQueueQuantile';
import { begunBuild } from './buildsWaits';
import { defineFact } from './defineFact';

const slow = { queuedAt: ago(2, 'd') - 10 * MINUTE };

/** Wait for a runner that half of the jobs do not exceed. */
export const queueP50 = defineFact({
  id: 'pipeline.queue_p50',
  burden: 'pipeline',
  question: 'How long does a build of ours usually wait for a runner?',
  unit: 'seconds',
  windowDays: 28,
  needs: ['build'],
  source:
    'OpenTelemetry cicd run states: median (type 7) of started less queued, waits for approval taken off, over attempts of jobs begun in the window that say when they were queued; skipped ones and whole runs left out; parts by runner with as many jobs; unknown under 10 jobs',
  gaming:
    'It hides the jobs that wait longest, which is what people suffer; look at the 95th percentile beside it.',
  windowBy: { build: begunBuild },

  measure: context =>
    buildsQueueQuantile(context, {
      p: 0.5,
      minimum: 10,
      name: 'a median',
      share: 'Half of',
    }),

  examples: [
    {
      given: 'six of ten waited a minute, four ten minutes',
      records: [
        ...many(6, 'b', id => built(id)),
        ...many(4, 's', id => built(id, slow)),
      ],
      gives: 60,
    },
    {
      given: 'five waited a minute and five ten: the middle between them',
      records: [
        ...many(5, 'b', id => built(id)),
        ...many(5, 's', id => built(id, slow)),
      ],
      gives: 330,
    },
    {
      given: 'every attempt waits for itself',
      records: [
        ...many(4, 'b', id => built(id)),
        ...many(6, 's', id => built(id, { ...slow, attempt: 2 })),
      ],
      gives: 600,
    },
    {
      given: 'runs alone, which wait for their jobs',
      records: many(20, 'r', id => built(id, { unit: 'run' })),
      gives: 'insufficient-data',
    },
  ],
});
