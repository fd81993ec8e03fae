import fc from 'fast-check';
import { BuildRecord, FactValue } from 'backstage-plugin-accountability-common';
import { defaultSettings } from '../defaultSettings';
import { exampleService } from '../measureExample';
import { measureFact, measurePrepared } from '../measureFact';
import { prepareFacts } from '../prepareFacts';
import { ago, built, referenceNow } from '../testing';
import { DAY, HOUR, MINUTE } from '../time';
import { buildHistories } from './__testUtils__/buildHistories';
import { poolUseOf, pooledDays, poolOf } from './buildsPoolDays';
import { PoolTotals } from './defineFact';
import { poolShare } from './poolShare';

const job = { unit: 'job', runner: 'ubuntu-latest' } as const;
const midnight = referenceNow - 12 * HOUR;

function inputOf(
  builds: readonly BuildRecord[],
  poolTotals?: PoolTotals,
  now = referenceNow,
) {
  return {
    now,
    service: exampleService,
    records: [...builds],
    collectedKinds: ['build' as const],
    sourceKinds: ['build' as const],
    settings: defaultSettings,
    poolTotals,
  };
}

const measure = (...given: Parameters<typeof inputOf>) =>
  measureFact(poolShare, inputOf(...given));

/** Totals of pools on the day before yesterday, minutes. */
const totals = (minutes: Record<string, number>, since = ago(60, 'd')) => ({
  since,
  days: new Map(
    Object.entries(minutes).map(([pool, count]) => [
      pool,
      [{ day: midnight - 2 * DAY, busyMs: count * MINUTE }],
    ]),
  ),
});

/** Totals of some services by day, as the tables hold them. */
function sumUp(builds: readonly BuildRecord[]): PoolTotals {
  const days = new Map<string, { day: number; busyMs: number }[]>();
  const ever = { from: -Infinity, to: Infinity };
  for (const { pool, ...use } of poolUseOf(builds, ever)) {
    days.set(pool, [...(days.get(pool) ?? []), use]);
  }
  return { since: ago(60, 'd'), days };
}

const partsOf = (value: FactValue) =>
  value.status === 'known' ? value.parts : undefined;

const begun = ({ startedAt }: BuildRecord) => startedAt <= referenceNow;

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
      gives: {
        reason: 'insufficient-data',
        because: expect.stringContaining('1 more pool with totals that lag'),
      },
    },
    {
      given: 'runs, skipped jobs and jobs before the window',
      builds: [
        built('a', job),
        built('r', { ...job, unit: 'run' }),
        built('s', { ...job, result: 'skip' }),
        built('o', { ...job, startedAt: ago(31, 'd') }),
      ],
      pools: totals({ 'test:ubuntu-latest': 20 }),
      gives: { value: 0.25, sampleSize: 1 },
    },
    {
      given: 'jobs without a label of their runner',
      builds: [built('a', { unit: 'job' })],
      pools: totals({ 'test:ubuntu-latest': 20 }),
      gives: {
        reason: 'insufficient-data',
        because: expect.stringContaining('1 more job on runners without'),
      },
    },
    {
      given: 'nobody summed up what all services used',
      builds: [built('a', job)],
      pools: undefined,
      gives: { reason: 'insufficient-data' },
    },
    {
      given: 'totals that begin with the window',
      builds: [built('a', job)],
      pools: totals({ 'test:ubuntu-latest': 20 }, midnight - 28 * DAY),
      gives: { value: 0.25 },
    },
    {
      given: 'totals that begin a day after it',
      builds: [built('a', job)],
      pools: totals({ 'test:ubuntu-latest': 20 }, midnight - 27 * DAY),
      gives: {
        reason: 'insufficient-data',
        because:
          'What all services used of the runners is summed up from 27 Oct 2026 on only, too short for the 28 days to 23 Nov 2026.',
      },
    },
  ])('$given gives $gives', ({ builds, pools, gives }) => {
    expect(measure(builds, pools)).toMatchObject(gives);
  });

  it.each([
    { given: 'a day that ended an hour ago', now: HOUR, counts: false },
    { given: 'one that ended longer ago', now: HOUR + 1, counts: true },
    { given: 'the 28th day', now: 28 * DAY + HOUR, counts: true },
    { given: 'the 29th day', now: 28 * DAY + HOUR + 1, counts: false },
  ])('counts $given: $counts', ({ now, counts }) => {
    const last = built('a', { ...job, startedAt: midnight - 6 * MINUTE });
    const pools = sumUp([last, { ...last, id: 'b' }]);

    const share = measure([last], pools, midnight + now);

    expect(share.status).toBe(counts ? 'known' : 'unknown');
  });

  it('stays what it is until the instant at which the engine says that it moves', () => {
    fc.assert(
      fc.property(buildHistories, own => {
        // As much by another service: its share stays, what it is told from moves.
        const pools = sumUp([...own, ...own]);
        const prepared = prepareFacts(inputOf(own, pools));
        const { value, nextChangeAt } = measurePrepared(poolShare, prepared);
        const until = Math.min(
          nextChangeAt ?? Infinity,
          prepared.nextRecordAt ?? Infinity,
          referenceNow + 40 * DAY,
        );

        const later = measure(own, pools, until - 1);

        expect(partsOf(later)).toEqual(partsOf(value));
      }),
      { numRuns: 100 },
    );
  });

  it('of all services adds up to the whole of a pool that several used', () => {
    const services = fc.array(buildHistories, { minLength: 2, maxLength: 4 });
    const window = pooledDays({ from: ago(28, 'd'), to: referenceNow });
    fc.assert(
      fc.property(services, given => {
        const histories = given.map(builds => builds.filter(begun));
        const pools = sumUp(histories.flat());
        const usedBy = histories.map(
          builds =>
            new Set(
              poolUseOf(builds, window)
                .filter(({ busyMs }) => busyMs > 0)
                .map(({ pool }) => pool),
            ),
        );

        const parts = histories.flatMap(builds => {
          const share = measure(builds, pools);
          return (share.status === 'known' && share.parts) || [];
        });

        for (const pool of pools.days.keys()) {
          const shares = parts.filter(({ key }) => key === pool);
          const users = usedBy.filter(used => used.has(pool));
          const sum = shares.reduce((all, { value }) => all + value, 0);
          expect(sum).toBeCloseTo(users.length > 1 ? 1 : 0, 9);
        }
      }),
      { numRuns: 200 },
    );
  });
});

it('a pool is a label of one source', () => {
  expect(poolOf(built('a', job))).toBe('test:ubuntu-latest');
  expect(poolOf(built('a'))).toBeUndefined();
});

it('what days saw of pools is summed up by subject, pool and day of the end', () => {
  const at = (startedAt: number, given: Partial<BuildRecord> = {}) =>
    built(`${startedAt}-${given.subject}`, { ...job, startedAt, ...given });

  const uses = poolUseOf(
    [
      at(midnight - DAY),
      at(midnight - DAY + HOUR),
      at(midnight - DAY - MINUTE),
      at(midnight - MINUTE),
      at(midnight - 2 * DAY, { subject: 'other:b' }),
    ],
    { from: midnight - 2 * DAY, to: midnight },
  );

  const pool = 'test:ubuntu-latest';
  const subject = 'test:acme/payments';
  expect(uses).toEqual([
    {
      subject: 'other:b',
      pool: 'other:ubuntu-latest',
      day: midnight - 2 * DAY,
      busyMs: 5 * MINUTE,
    },
    { subject, pool, day: midnight - DAY, busyMs: 15 * MINUTE },
  ]);
});
