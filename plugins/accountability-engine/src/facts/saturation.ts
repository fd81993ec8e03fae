import { ago, built, many } from '../testing';
import { formatDuration, MINUTE } from '../time';
import { besides } from './buildsLeftOut';
import { begunBuild, buildsWaits, waitParts } from './buildsWaits';
import { defineFact } from './defineFact';
import { measureShare, minimumShareSample } from './measureShare';

const longWait = 5 * MINUTE;

const isLong = (wait: number) => wait > longWait;

/** Share of jobs that waited longer than 5 minutes for a runner. */
export const saturation = defineFact({
  id: 'pipeline.saturation',
  burden: 'pipeline',
  question: 'How often are there no runners for our builds?',
  unit: 'ratio',
  windowDays: 28,
  needs: ['build'],
  source:
    'OpenTelemetry cicd run states: attempts of jobs begun in the window that waited longer than 5 minutes for a runner, waits for approval taken off, over those that say when they were queued; skipped ones and whole runs left out; parts by runner with as many jobs; unknown under 10 jobs',
  gaming:
    'Jobs that are cancelled before they begin have no wait; where runners are shared, look at the share of the pool beside it.',
  windowBy: { build: begunBuild },

  measure(context) {
    const waits = buildsWaits(context);
    const long = waits.waited.filter(({ wait }) => isLong(wait));
    const share = measureShare(context, {
      hits: long.map(({ job }) => job.id),
      sample: waits.records,
      of: 'jobs',
      that: `waited longer than ${formatDuration(longWait)} for a runner`,
      ...besides(waits.notes),
    });
    if (share.status === 'unknown') return share;
    return {
      ...share,
      parts: waitParts(
        waits,
        minimumShareSample,
        own => own.filter(isLong).length / own.length,
      ),
    };
  },

  examples: [
    {
      given: 'one of ten waited six minutes',
      records: [
        ...many(9, 'b', id => built(id)),
        built('s', { queuedAt: ago(2, 'd') - 6 * MINUTE }),
      ],
      gives: 0.1,
    },
    {
      given: 'five minutes to the second are not longer than five minutes',
      records: many(10, 'b', id =>
        built(id, { queuedAt: ago(2, 'd') - 5 * MINUTE }),
      ),
      gives: 0,
    },
    {
      given: 'jobs of which the wait is unknown count on neither side',
      records: [
        ...many(9, 'b', id => built(id)),
        built('s', { queuedAt: ago(2, 'd') - 6 * MINUTE }),
        ...many(5, 'u', id => built(id, { queuedAt: undefined })),
      ],
      gives: 0.1,
    },
    {
      given: 'nine jobs, too few for a share',
      records: many(9, 'b', id => built(id)),
      gives: 'insufficient-data',
    },
  ],
});
