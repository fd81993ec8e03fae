import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { builtInFacts } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { BacktestRow } from '../database/tables';
import {
  countStatements,
  migrate,
} from '../database/__testUtils__/testCatalog';
import { Backtester } from './Backtester';
import { claimBacktest, holdBacktest } from './claimBacktest';
import { pruneBacktests } from './pruneBacktests';
import { readBacktest } from './readBacktest';
import { requestBacktest } from './requestBacktest';
import {
  candidate,
  Filled,
  fillServices,
  incidents,
  rate,
  ref,
} from './__testUtils__/fillServices';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const DAY = 86_400_000;
/** A Wednesday; the Mondays of its last three weeks are the 9th, 16th and 23rd. */
const start = Date.UTC(2026, 10, 25, 12);
const monday = (week: number) => Date.UTC(2026, 10, 23) - (12 - week) * 7 * DAY;
/** The day before a week begins. */
const sunday = (week: number) =>
  new Date(monday(week) - DAY).toISOString().slice(0, 10);

describe.each(databases.eachSupportedId())('backtests on %s', id => {
  let knex: Knex;
  const clock = { now: start };
  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });
  beforeEach(async () => {
    clock.now = start;
    await knex('backtests').delete();
    await fillServices(knex, [{ name: 'pay', now: 0.3 }]);
  });

  const tester = (
    given: { facts?: typeof builtInFacts; stop?: AbortSignal } = {},
  ) =>
    Backtester.create({
      database: knex,
      facts: builtInFacts,
      logger: mockServices.logger.mock(),
      now: () => clock.now,
      ...given,
    });
  const request = (policy = candidate, days = 90) =>
    requestBacktest(knex, { policy, days, now: clock.now });
  async function ask(policy?: string) {
    const requested = await request(policy);
    if (!requested.ok) throw new Error(requested.because);
    return requested.backtest.id;
  }
  const read = async (one: string) => readBacktest(knex, { id: one });
  const rows = () => knex<BacktestRow>('backtests').orderBy('id');

  it('hold a candidate against services of now and of each week’s beginning', async () => {
    const week = (value: number) => ({ [rate]: value, [incidents]: 1 });
    await fillServices(knex, [
      {
        name: 'pay',
        title: 'Payments',
        owner: 'group:default/a',
        now: 0.3,
        inForce: 'pass',
        days: {
          [sunday(0)]: week(0.3),
          [sunday(4)]: week(0.3),
          [sunday(8)]: week(0.1),
          [sunday(12)]: { [rate]: 'stale', [incidents]: 1 },
          // Of the Monday itself, which is no more than its end.
          [new Date(monday(8)).toISOString().slice(0, 10)]: week(0.9),
        },
        began: [monday(1), monday(8)],
        merged: [monday(5)],
      },
      { name: 'cart', now: 0.4, inForce: 'fail' },
      { name: 'new' },
      { name: 'gone', now: 0.9, removed: true },
    ]);

    const one = await ask();
    await tester().run();

    const found = await read(one);
    expect(found).toMatchObject({
      state: 'done',
      requestedAt: start,
      progress: { done: 3, total: 3 },
      report: { asOf: start, days: 90, services: 3, faults: [] },
    });
    const [check] = found?.report?.checks ?? [];
    expect(check).toMatchObject({
      scorecard: 'ready',
      check: 'low',
      title: 'Low',
      now: { pass: 0, fail: 2, unknown: 1 },
      newlyFailing: [
        {
          owner: 'group:default/a',
          total: 1,
          services: [{ entityRef: ref('pay'), title: 'Payments' }],
        },
      ],
      incidents: {
        failed: { weeks: 2, withIncident: 1 },
        passed: { weeks: 1, withIncident: 1 },
      },
    });
    expect(check.past).toHaveLength(13);
    expect(check.past[4]).toEqual({
      week: '2026-09-28',
      fail: 1,
      known: 1,
      unknown: 2,
    });
    expect(check.past[8]).toMatchObject({ fail: 0, known: 1, unknown: 2 });
    expect(check.past[12]).toMatchObject({ fail: 0, known: 0, unknown: 3 });
  });

  it('send as many statements for a hundred services as for one', async () => {
    const many = (count: number): Filled[] =>
      Array.from({ length: count }, (_, i) => ({
        name: `s${i}`,
        now: 0.1,
        days: { [sunday(3)]: { [rate]: 0.1 } },
      }));
    const statements: number[] = [];
    for (const count of [1, 100]) {
      await fillServices(knex, many(count));
      await ask();
      const counts = countStatements(knex);
      await tester().run();
      statements.push(counts.all);
    }

    expect(statements[1]).toBe(statements[0]);
  });

  it.each([
    {
      given: 'one check of two at fault',
      policy: `${candidate}    - { id: bad, title: Bad, burden: security, expression: security.nothing > 1 }\n`,
      checks: 1,
    },
    { given: 'nothing that compiles', policy: 'kind: [', checks: 0 },
    { given: 'what is no policy', policy: 'hello', checks: 0 },
  ])(
    'tell the faults of $given, and run the rest',
    async ({ policy, checks }) => {
      const one = await ask(policy);
      await tester().run();

      const { state, report } = (await read(one)) ?? {};
      expect(state).toBe('done');
      expect(report?.checks).toHaveLength(checks);
      expect(report?.faults.length).toBeGreaterThan(0);
      expect(report?.faults[0]).toMatchObject({ file: 'candidate.yaml' });
    },
  );

  it('fail with a sentence where there are too many checks', async () => {
    const check = (n: number) =>
      `    - { id: c${n}, title: C, burden: security, expression: ${rate} < 1.0 }\n`;
    const extra = Array.from({ length: 100 }, (_, n) => check(n)).join('');
    const another = candidate.replace('name: ready', 'name: another');

    const one = await ask(`${candidate}${extra}---${another}${extra}`);
    await tester().run();

    expect(await read(one)).toMatchObject({
      state: 'failed',
      because: expect.stringMatching(/has 202 checks.*200 at most/),
    });
  });

  it('are begun again by another replica where one crashed, and by no two at once', async () => {
    const one = await ask();
    await claimBacktest(knex, { now: clock.now, lease: 'crashed' });

    await tester().run();
    expect(await read(one)).toMatchObject({ state: 'running' });
    clock.now += 61_000;
    await Promise.all([tester().run(), tester().run()]);

    expect(await read(one)).toMatchObject({ state: 'done' });
    expect((await rows())[0]).toMatchObject({ attempts: 2, lease: null });
    const late = {
      id: one,
      lease: 'crashed',
      now: clock.now,
      done: 1,
      total: 1,
    };
    expect(await holdBacktest(knex, late)).toBe(false);
  });

  it('are given up where they end the process three times', async () => {
    const one = await ask();
    for (let crash = 0; crash < 3; crash++) {
      await claimBacktest(knex, { now: clock.now, lease: `${crash}` });
      clock.now += 61_000;
    }

    await tester().run();

    expect(await read(one)).toMatchObject({
      state: 'failed',
      because: expect.stringMatching(/never came to its end/),
    });
  });

  it('are tried again after trouble, and fail with a sentence after the third', async () => {
    await knex('assessments').update({ facts: 'no JSON' });
    const one = await ask();
    for (let attempt = 0; attempt < 3; attempt++) {
      expect(await read(one)).not.toMatchObject({ state: 'failed' });
      await tester().run();
      clock.now += 11_000;
    }

    expect(await read(one)).toMatchObject({
      state: 'failed',
      because: expect.stringMatching(/stumbled 3 times/),
    });
  });

  it('wait for another replica where this one shuts down', async () => {
    const one = await ask();
    const stop = new AbortController();
    const facts = builtInFacts.slice();
    // It shuts down while the candidate is compiled.
    Object.defineProperty(facts, 'map', {
      value: (...args: Parameters<typeof builtInFacts.map>) => {
        stop.abort();
        return builtInFacts.map(...args);
      },
    });

    await tester({ facts, stop: stop.signal }).run();
    const left = await rows();
    await tester().run();

    expect(left[0]).toMatchObject({
      state: 'waiting',
      attempts: 0,
      lease: null,
    });
    expect(await read(one)).toMatchObject({ state: 'done' });
  });

  it('wait three at most', async () => {
    const asked = await Promise.all(Array.from({ length: 5 }, () => request()));

    expect(asked.filter(({ ok }) => ok)).toHaveLength(3);
    expect(asked).toContainEqual({
      ok: false,
      because: expect.stringMatching(/^3 backtests wait already/),
    });
    await tester().run();
    expect(await request()).toMatchObject({ ok: true });
  });

  it('are kept for seven days, and twenty at most', async () => {
    const ended = async (days: number) => {
      clock.now = start - days * DAY;
      await knex('backtests').update({ state: 'done' });
      return ask();
    };
    const old = await ended(8);
    const ids: string[] = [];
    for (let n = 0; n < 21; n++) ids.push(await ended(6 - n / 10));
    await knex('backtests').update({ state: 'done' });

    await pruneBacktests(knex, { now: start });

    expect(await read(old)).toBeUndefined();
    expect((await rows()).map(row => row.id)).toEqual(ids.slice(1));
    await pruneBacktests(knex, { now: start + 2 * DAY });
    expect((await rows()).length).toBe(
      ids.filter((_, n) => 6 - n / 10 <= 5).length,
    );
  });
});
