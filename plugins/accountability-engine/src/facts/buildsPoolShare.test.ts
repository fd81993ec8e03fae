import fc from 'fast-check';
import { BuildRecord } from 'backstage-plugin-accountability-common';
import { defaultSettings } from '../defaultSettings';
import { exampleService } from '../measureExample';
import { measureFact } from '../measureFact';
import { ago, built, referenceNow } from '../testing';
import { MINUTE } from '../time';
import { buildHistories, historyWindow } from './__testUtils__/buildHistories';
import { endedBuild } from './buildsMinutes';
import {
  measurePoolShare,
  poolOf,
  PoolTotals,
  poolUse,
} from './buildsPoolShare';
import { defineFact } from './defineFact';

const job = { unit: 'job', runner: 'ubuntu-latest' } as const;

function measure(builds: BuildRecord[], pools: PoolTotals | undefined) {
  const fact = defineFact({
    id: 'pipeline.pool_share',
    burden: 'pipeline',
    question: 'How much of the shared runners do we take?',
    unit: 'ratio',
    windowDays: 28,
    needs: ['build'],
    source: 'test',
    windowBy: { build: endedBuild },
    measure: context => measurePoolShare(context, pools),
    examples: [],
  });
  return measureFact(fact, {
    now: referenceNow,
    service: exampleService,
    records: builds,
    collectedKinds: ['build'],
    sourceKinds: ['build'],
    settings: defaultSettings,
  });
}

const totals = (minutes: Record<string, number>) =>
  new Map(
    Object.entries(minutes).map(([pool, count]) => [pool, count * MINUTE]),
  );

describe('share of a runner pool', () => {
  it.each([
    {
      given: 'five of twenty minutes',
      builds: [built('a', job)],
      pools: totals({ 'test:ubuntu-latest': 20 }),
      gives: { value: 0.25, sampleSize: 1 },
    },
    {
      given: 'two pools, summed up, with one part each',
      builds: [built('a', job), built('b', { ...job, runner: 'big' })],
      pools: totals({ 'test:ubuntu-latest': 95, 'test:big': 5.5 }),
      gives: {
        value: 10 / 100.5,
        parts: [
          { key: 'test:big', value: 5 / 5.5, records: ['b'] },
          { key: 'test:ubuntu-latest', value: 5 / 95, records: ['a'] },
        ],
      },
    },
    {
      given: 'a pool that nobody else used is not shared',
      builds: [built('a', job), built('b', { ...job, runner: 'own' })],
      pools: totals({ 'test:ubuntu-latest': 20, 'test:own': 5 }),
      gives: { value: 0.25, sampleSize: 1 },
    },
    {
      given: 'a label of another source is another pool',
      builds: [built('a', job)],
      pools: totals({ 'other:ubuntu-latest': 20 }),
      gives: { reason: 'insufficient-data' },
    },
    {
      given: 'totals that lag behind what this service used',
      builds: [built('a', job), built('b', job)],
      pools: totals({ 'test:ubuntu-latest': 9 }),
      gives: { reason: 'insufficient-data' },
    },
    {
      given: 'runs, skipped jobs and jobs before the window',
      builds: [
        built('a', job),
        built('r', { ...job, unit: 'run' }),
        built('s', { ...job, result: 'skip' }),
        built('o', { ...job, startedAt: ago(30, 'd') }),
      ],
      pools: totals({ 'test:ubuntu-latest': 20 }),
      gives: { value: 0.25, sampleSize: 1 },
    },
    {
      given: 'jobs without a label of their runner',
      builds: [built('a', { unit: 'job' })],
      pools: totals({ 'test:ubuntu-latest': 20 }),
      gives: { reason: 'insufficient-data' },
    },
    {
      given: 'nobody summed up what all services used',
      builds: [built('a', job)],
      pools: undefined,
      gives: { reason: 'insufficient-data' },
    },
  ])('$given gives $gives', ({ builds, pools, gives }) => {
    expect(measure(builds, pools)).toMatchObject(gives);
  });

  it('of all services adds up to the whole of a pool that several used', () => {
    const services = fc.array(buildHistories, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(services, histories => {
        const uses = histories.map(builds => poolUse(builds.filter(inWindow)));
        const pools = new Map<string, number>();
        for (const [pool, { ms }] of uses.flatMap(use => [...use])) {
          pools.set(pool, (pools.get(pool) ?? 0) + ms);
        }

        const parts = histories.flatMap(builds => {
          const share = measure(builds, pools);
          return (share.status === 'known' && share.parts) || [];
        });

        for (const pool of pools.keys()) {
          const shares = parts.filter(({ key }) => key === pool);
          const users = uses.filter(use => (use.get(pool)?.ms ?? 0) > 0);
          const sum = shares.reduce((all, { value }) => all + value, 0);
          expect(sum).toBeCloseTo(users.length > 1 ? 1 : 0, 9);
        }
      }),
      { numRuns: 200 },
    );
  });
});

function inWindow(build: BuildRecord): boolean {
  const at = endedBuild(build) ?? -Infinity;
  return (
    build.startedAt <= referenceNow &&
    at >= historyWindow.from &&
    at < historyWindow.to
  );
}

it('a pool is a label of one source', () => {
  expect(poolOf(built('a', job))).toBe('test:ubuntu-latest');
  expect(poolOf(built('a'))).toBeUndefined();
});
