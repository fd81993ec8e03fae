import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { RecordEvent } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { migrate } from '../../../database/__testUtils__/testCatalog';
import { day, hour, start } from '../../__testUtils__/createWorkbench';
import { claimDue } from '../../queue/claimDue';
import { markAllDue } from '../../queue/markAllDue';
import { assessBatch } from '../assessBatch';
import {
  createPoolBench,
  Name,
  names,
  ran,
  servicesOf,
} from './__testUtils__/poolBench';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

/** One job, the days between its end and its delivery, and what comes after that. */
interface Step {
  events: RecordEvent[];
  endedAt: number;
  lateDays: number;
  assess: boolean;
  restate: boolean;
}

const step = fc
  .record({
    name: fc.constantFrom<Name[]>(...names),
    daysAgo: fc.oneof(
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 0, max: 60 }),
    ),
    minutes: fc.integer({ min: 1, max: 50 }),
    runner: fc.constantFrom('linux', 'linux', 'windows'),
    lateDays: fc.oneof(
      fc.constant(0),
      fc.constant(0.5),
      fc.integer({ min: 0, max: 60 }),
    ),
    assess: fc.boolean(),
    restate: fc.boolean(),
    id: fc.uuid(),
  })
  .map(({ name, daysAgo, lateDays, assess, restate, ...job }): Step => {
    const endedAt = start - daysAgo * day;
    const events = ran(name, daysAgo, job);
    return { events, endedAt, lateDays, assess, restate };
  });

/** Steps at the instants of their deliveries; what would come later comes at the end. */
const inTime = (steps: readonly Step[]) =>
  steps
    .map(one => ({
      ...one,
      at: Math.min(start, one.endedAt + one.lateDays * day),
    }))
    .sort((a, b) => a.at - b.at);

describe.each(databases.eachSupportedId())('shares of pools on %s', id => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });

  async function empty() {
    const tables = Object.keys(await tablesOf());
    for (const table of tables) await knex(table).delete();
  }

  async function tablesOf(): Promise<Record<string, true>> {
    const rows: { name: string }[] = await (id === 'SQLITE_3'
      ? knex('sqlite_master').where({ type: 'table' }).select('name')
      : knex('pg_tables')
          .where({ schemaname: 'public' })
          .select({ name: 'tablename' }));
    return Object.fromEntries(
      rows
        .filter(({ name }) => !/^(knex|sqlite)_/.test(name))
        .map(({ name }) => [name, true as const]),
    );
  }

  /** What everything says once all is settled. */
  async function outcomeOf(steps: ReturnType<typeof inTime>) {
    await empty();
    const bench = await createPoolBench(knex);
    for (const { at, events, endedAt, assess, restate } of steps) {
      bench.clock.now = at;
      await bench.deliver(
        events,
        Math.floor(endedAt / day) < Math.floor(at / day) ? endedAt : undefined,
      );
      if (assess) await bench.worker.drain();
      if (restate) await bench.restater.restateOne();
    }
    bench.clock.now = start;
    await bench.settle();
    const since = '2026-08-20';
    return {
      shares: (await Promise.all(names.map(bench.documentOf))).map(
        // What says the same is not written again.
        fact => fact && { ...fact, observedAt: 0, window: undefined },
      ),
      // A service of which nothing is told has days only where somebody looked.
      trends: (await bench.trends()).filter(
        ({ reason }) => reason !== 'never-collected',
      ),
      days: await knex('pool_days')
        .where('day', '>=', since)
        .where('busy_ms', '>', 0)
        .orderBy(['subject', 'pool', 'day']),
      totals: await knex('pool_totals')
        .where('day', '>=', since)
        .where('busy_ms', '>', 0)
        .orderBy(['pool', 'day']),
    };
  }

  it('are the same in whatever order jobs are delivered and services assessed', async () => {
    let known = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.noShrink(fc.array(step, { minLength: 8, maxLength: 20 })),
        async steps => {
          const atOnce = steps.map(one => {
            return { ...one, at: start, assess: false, restate: false };
          });

          const rebuilt = await outcomeOf(atOnce);
          const byTime = await outcomeOf(inTime(steps));

          expect(byTime).toEqual(rebuilt);
          known += rebuilt.trends.filter(row => row.value !== null).length;
        },
      ),
      { numRuns: 4 },
    );
    expect(known).toBeGreaterThan(50);
  });

  it('are written by many workers at once as by one', async () => {
    await empty();
    const bench = await createPoolBench(knex);
    const policy = await bench.policy.current();
    const judgement = { ...bench.judgement, policy };

    const assessOneOf = async (lease: string) => {
      const claims = await claimDue(knex, { now: start, lease, limit: 1 });
      await assessBatch(knex, { claims, lease, now: start, judgement });
    };

    for (let round = 0; round < 25; round++) {
      await bench.deliver(
        names.flatMap(name => ran(name, 2 + (round % 3), { id: `${round}` })),
      );
      await markAllDue(knex, { dueAt: start });
      await Promise.all(names.map(name => assessOneOf(`${name} ${round}`)));
    }

    const summed = await knex('pool_days')
      .groupBy('pool', 'day')
      .orderBy(['pool', 'day'])
      .select('pool', 'day')
      .sum({ busy_ms: 'busy_ms' });
    const totals = await knex('pool_totals').orderBy(['pool', 'day']);
    const plain = (rows: typeof totals) =>
      rows.map(row => [row.pool, row.day, Number(row.busy_ms)]);
    expect(plain(totals)).toEqual(plain(summed));
    const minutes = plain(totals).map(([, , ms]) => Number(ms) / 60_000);
    // Two of the services have one repository.
    expect(minutes).toEqual([8, 8, 9].map(rounds => rounds * 3 * 10));
  });

  it('settle after services came and went', async () => {
    await empty();
    const bench = await createPoolBench(knex);
    const events = [
      ...ran('web', 2),
      ...ran('api', 2, { minutes: 30 }),
      ...ran('lib', 2),
    ];
    await bench.deliver(events);
    for (const present of [names, ['web', 'lib'], ['api', 'lib'], names]) {
      await bench.sync(servicesOf(names.filter(one => present.includes(one))));
      await bench.worker.drain();
      bench.clock.now += hour;
    }
    await bench.settle();

    expect(await bench.sharesOf()).toEqual({
      web: 0.2,
      api: 0.6,
      lib: 0.2,
      app: 0.2,
    });
  });
});
