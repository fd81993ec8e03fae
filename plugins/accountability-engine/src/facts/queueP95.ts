import { BuildRecord } from 'backstage-plugin-accountability-common';
import { ago, built, many } from '../testing';
import { formatDuration, MINUTE, percentile, SECOND } from '../time';
import { defineFact } from './defineFact';
import { counted, windowWords } from './wording';

const minimumSample = 20;

/** Wait for a runner that 95 % of builds do not exceed. */
export const queueP95 = defineFact({
  id: 'pipeline.queue_p95',
  burden: 'pipeline',
  question: 'How long do our builds wait for a runner?',
  unit: 'seconds',
  windowDays: 28,
  needs: ['build'],
  source:
    'OpenTelemetry cicd run states: 95th percentile (type 7) of started less queued, over builds begun in the window that say when they were queued; unknown under 20 builds, where it would be the longest wait',
  windowBy: { build: begunFromQueue },

  measure(context) {
    const builds = context.inWindow.build;
    const evidence = builds.map(({ id }) => id);
    const waits = builds.map(build =>
      Math.max(0, build.startedAt - (build.queuedAt ?? build.startedAt)),
    );
    const p95 = percentile(waits, 0.95);
    if (p95 === undefined || builds.length < minimumSample) {
      return {
        status: 'unknown',
        reason: 'insufficient-data',
        sampleSize: builds.length,
        evidence,
        because: `${counted(
          builds.length,
          'build',
        )} with a queue time in the ${windowWords(
          context,
        )}; a 95th percentile needs at least ${minimumSample}`,
      };
    }
    return {
      status: 'known',
      value: p95 / SECOND,
      sampleSize: builds.length,
      evidence,
      because: `95 % of ${builds.length} builds waited at most ${formatDuration(
        p95,
      )}, ${windowWords(context)}`,
    };
  },

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
      given: 'twenty builds that do not say when they were queued',
      records: many(20, 'b', id => built(id, { queuedAt: undefined })),
      gives: 'insufficient-data',
    },
  ],
});

/** When a build counts: it began, it says when it was asked for, and it is no run, which waits for its jobs. */
function begunFromQueue(record: BuildRecord): number | undefined {
  const { queuedAt, state, result, unit } = record;
  const waited = queuedAt !== undefined && state !== 'pending';
  return waited && unit !== 'run' && result !== 'skip'
    ? record.startedAt
    : undefined;
}
