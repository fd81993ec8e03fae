import { ago, built, many } from '../testing';
import { MINUTE } from '../time';
import { buildsQueueQuantile } from './buildsQueueQuantile';
import { begunBuild } from './buildsWaits';
import { defineFact } from './defineFact';

/** Wait for a runner that 95 % of jobs do not exceed. */
export const queueP95 = defineFact({
  id: 'pipeline.queue_p95',
  burden: 'pipeline',
  question: 'How long do our builds wait for a runner?',
  unit: 'seconds',
  windowDays: 28,
  needs: ['build'],
  source:
    'OpenTelemetry cicd run states: 95th percentile (type 7) of started less queued, waits for approval taken off, over attempts of jobs begun in the window that say when they were queued; skipped ones and whole runs left out; parts by runner with as many jobs; unknown under 20 jobs, where it would be the longest wait',
  ladder: {
    better: 'lower',
    bronze: 600,
    silver: 300,
    gold: 120,
    basis: 'convention',
  },
  gaming:
    'Fewer jobs for a change wait less; where runners are shared the wait is that of all, so look at the share of the pool beside it and do not blame the service.',
  windowBy: { build: begunBuild },

  measure: context =>
    buildsQueueQuantile(context, {
      p: 0.95,
      minimum: 20,
      name: 'a 95th percentile',
      share: '95 % of',
    }),

  examples: [
    {
      given: 'twenty builds that each waited a minute',
      records: many(20, 'b', id => built(id)),
      gives: 60,
    },
    {
      given: 'two of twenty-one waited ten minutes; the 20th of 21 is the p95',
      records: [
        ...many(19, 'b', id => built(id)),
        ...many(2, 's', id =>
          built(id, { queuedAt: ago(2, 'd') - 10 * MINUTE }),
        ),
      ],
      gives: 600,
    },
    {
      given: 'builds that never began or were skipped do not count',
      records: [
        ...many(20, 'b', id => built(id)),
        built('p', { state: 'pending', queuedAt: ago(3, 'd') }),
        built('s', { result: 'skip', queuedAt: ago(3, 'd') }),
      ],
      gives: 60,
    },
    {
      given: 'whole runs do not count beside their jobs',
      records: [
        ...many(20, 'b', id => built(id, { unit: 'job' })),
        built('r', { unit: 'run', queuedAt: ago(3, 'd') }),
      ],
      gives: 60,
    },
    {
      given: 'one that began before it was queued is no wait of zero',
      records: [
        ...many(19, 'b', id => built(id)),
        built('n', { queuedAt: ago(1, 'd') }),
      ],
      gives: 'insufficient-data',
    },
    {
      given: 'twenty builds that do not say when they were queued',
      records: many(20, 'b', id => built(id, { queuedAt: undefined })),
      gives: 'insufficient-data',
    },
  ],
});
