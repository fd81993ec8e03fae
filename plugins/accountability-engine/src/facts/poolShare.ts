import { ago, built } from '../testing';
import { DAY, MINUTE } from '../time';
import { pooledFrom } from './buildsPoolDays';
import { measurePoolShare } from './measurePoolShare';
import { defineFact, PoolTotals } from './defineFact';

/** Totals of one pool on the day of the jobs in the examples, minutes. */
function totalOf(minutes: number): PoolTotals {
  const day = Math.floor(ago(2, 'd') / DAY) * DAY;
  return {
    since: ago(60, 'd'),
    days: new Map([['test:linux', [{ day, busyMs: minutes * MINUTE }]]]),
  };
}

/**
 * Share of the time of shared pools of runners that the service's jobs took.
 * As of a past instant it is told from the days before that instant as they are
 * known now, and unknown before the day from which on they are summed up: 120
 * days before a service of today's catalog was first assessed. What other
 * services used counts from the next whole hour on, and moves closed days at the
 * end of the UTC day.
 */
export const poolShare = defineFact({
  id: 'pipeline.pool_share',
  burden: 'pipeline',
  question: 'How much of the shared runners do we take?',
  unit: 'ratio',
  windowDays: 28,
  needs: ['build'],
  source:
    'Runner minutes by label, as GitHub Actions sums them up: time from start to end of attempts of jobs, failed and cancelled ones too, of this service over that of all services of the catalog, on 28 whole UTC days, each counted from an hour after its end; a pool is one label of one source; a job of several services is summed up once and counts for each of them; pools that no other service used, skipped jobs, whole runs and jobs that may never have begun left out; not weighted; parts by pool',
  gaming:
    'Moving jobs to a pool of another name makes it small; look at runner minutes beside it, which no pool hides.',
  windowBy: { build: pooledFrom },
  lateDays: 2,
  readsPools: true,

  measure: measurePoolShare,

  examples: [
    {
      given: 'five of the twenty minutes that all services used of a pool',
      records: [built('a', { unit: 'job', runner: 'linux' })],
      poolTotals: totalOf(20),
      gives: 0.25,
    },
    {
      given: 'what ran since midnight does not count yet',
      records: [
        built('a', { unit: 'job', runner: 'linux' }),
        built('b', { unit: 'job', runner: 'linux', startedAt: ago(3, 'h') }),
      ],
      poolTotals: totalOf(20),
      gives: 0.25,
    },
    {
      given: 'a pool that no other service used is not shared',
      records: [built('a', { unit: 'job', runner: 'linux' })],
      poolTotals: totalOf(5),
      gives: 'insufficient-data',
    },
    {
      given: 'what all services used was not summed up',
      records: [built('a', { unit: 'job', runner: 'linux' })],
      gives: 'insufficient-data',
    },
  ],
});
