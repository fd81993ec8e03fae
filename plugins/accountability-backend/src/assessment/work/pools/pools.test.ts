import { TestDatabases } from '@backstage/backend-test-utils';
import {
  component,
  countStatements,
  group,
} from '../../../database/__testUtils__/testCatalog';
import { pruneRecords } from '../../../records';
import { day, hour, start } from '../../__testUtils__/createWorkbench';
import { claimDue } from '../../queue/claimDue';
import { markAllDue } from '../../queue/markAllDue';
import { assessBatch } from '../assessBatch';
import {
  createPoolBench,
  names,
  ran,
  refOf,
  servicesOf,
} from './__testUtils__/poolBench';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const jobs = [
  ...ran('web', 2),
  ...ran('api', 3, { minutes: 30 }),
  ...ran('lib', 4, { minutes: 20 }),
];
const thirds = { web: 1 / 6, api: 1 / 2, lib: 1 / 3, app: 1 / 3 };

describe.each(databases.eachSupportedId())('shares of pools on %s', id => {
  async function setUp(events = jobs) {
    const bench = await createPoolBench(await databases.init(id));
    await bench.deliver(events);
    await bench.worker.drain();
    return bench;
  }

  it('are of what all services used, a job of two services summed up once', async () => {
    const bench = await setUp();

    expect(await bench.sharesOf()).toEqual(thirds);
    expect(await bench.documentOf('web')).toMatchObject({
      evidence: [jobs[0].record],
      parts: [{ key: 'github:linux' }],
    });
  });

  it('leave out what ran today, and what ran on another pool', async () => {
    const bench = await setUp([
      ...jobs,
      ...ran('web', 0.4),
      ...ran('api', 2, { runner: 'windows' }),
    ]);

    expect(await bench.sharesOf()).toEqual(thirds);
  });

  it('leave out the day before the 28 whole ones', async () => {
    const bench = await setUp([...jobs, ...ran('web', 29), ...ran('api', 28)]);

    expect(await bench.sharesOf(['web', 'api'])).toEqual({
      web: 10 / 70,
      api: 40 / 70,
    });
  });

  it('of others move at the next whole hour, once for all that came until then', async () => {
    const bench = await setUp();
    await bench.settle();
    const begun = bench.clock.now;

    bench.clock.now = begun + 10 * 60_000;
    await bench.deliver(ran('web', 2, { minutes: 20, id: 'late' }));
    expect(await bench.worker.drain()).toEqual({ taken: 1 });
    await bench.deliver(ran('api', 2, { minutes: 20, id: 'late' }));
    expect(await bench.worker.drain()).toEqual({ taken: 1 });
    expect(await bench.sharesOf(['lib', 'api'])).toEqual({
      lib: 1 / 3,
      api: 0.5,
    });

    bench.clock.now = begun + hour;
    expect(await bench.worker.drain()).toEqual({ taken: names.length });
    expect(await bench.sharesOf()).toEqual({
      web: 0.3,
      api: 0.5,
      lib: 0.2,
      app: 0.2,
    });
    expect(await bench.worker.drain()).toEqual({ taken: 0 });
  });

  it('of closed days are told again at the end of the day where others were late', async () => {
    const bench = await setUp();
    await bench.settle();

    await bench.deliver(
      ran('api', 5, { minutes: 40, id: 'late' }),
      start - 5 * day,
    );
    await bench.settle();

    const mine = (await bench.trends()).filter(
      row => row.entity_ref === refOf('web'),
    );
    const told = new Map(mine.map(row => [row.day, row.value ?? row.reason]));
    expect(told.get('2026-11-22')).toBe(10 / 100);
    expect(told.get('2026-11-21')).toBe('insufficient-data');
  });

  it('count a service no more that is gone from the catalog, and again when it is back', async () => {
    const bench = await setUp();

    await bench.sync(servicesOf(['web', 'lib', 'app']));
    await bench.settle();
    expect(await bench.sharesOf(['web', 'lib'])).toEqual({
      web: 1 / 3,
      lib: 2 / 3,
    });
    expect(
      await bench.knex('pool_days').where('subject', 'github:acme/api'),
    ).toEqual([]);

    await bench.sync(servicesOf(names));
    await bench.settle();
    expect(await bench.sharesOf()).toEqual(thirds);
  });

  it('follow a repository from one service to another', async () => {
    const bench = await setUp();

    await bench.sync([
      group('a'),
      component('web', { owner: 'a', slug: 'acme/api' }),
      component('lib', { owner: 'a', slug: 'acme/mono' }),
    ]);
    await bench.settle();

    expect(await bench.sharesOf(['web', 'lib'])).toEqual({
      web: 30 / 50,
      lib: 20 / 50,
    });
  });

  it('are what they were once older records are pruned', async () => {
    const bench = await setUp([...jobs, ...ran('web', 60, { minutes: 50 })]);

    await pruneRecords(bench.knex, { before: start - 40 * day });
    await markAllDue(bench.knex, { dueAt: start });
    await bench.worker.drain();

    expect(await bench.sharesOf()).toEqual(thirds);
  });

  it('of the past are told from the totals before it as they are known now', async () => {
    const bench = await setUp([...jobs, ...ran('web', 40), ...ran('api', 35)]);

    const at = start - 34 * day + hour;

    expect(await bench.pastOf('web', at)).toMatchObject({ value: 0.5 });
    expect(await bench.pastOf('lib', at)).toMatchObject({
      reason: 'never-collected',
    });
    expect(await bench.pastOf('web', start - 36 * day)).toMatchObject({
      reason: 'insufficient-data',
      because: expect.stringContaining('No job ran on runners that another'),
    });
    expect(await bench.pastOf('web', start - 100 * day)).toMatchObject({
      reason: 'never-collected',
    });
  });

  it('of the past are unknown before the day from which on all is summed up', async () => {
    const bench = await setUp([
      ...jobs,
      ...ran('web', 110),
      ...ran('api', 110),
    ]);

    expect(await bench.pastOf('web', start - 90 * day)).toMatchObject({
      value: 0.5,
    });
    expect(await bench.pastOf('web', start - 100 * day)).toMatchObject({
      reason: 'insufficient-data',
      because:
        'What all services used of the runners is summed up from 26 Jul 2026 on only, too short for the 28 days to 15 Aug 2026.',
    });
  });

  it('are not written by a worker that lost its claim', async () => {
    const bench = await createPoolBench(await databases.init(id));
    await bench.deliver(jobs);
    const asked = { now: start, limit: 10 };
    const claims = await claimDue(bench.knex, { ...asked, lease: 'mine' });

    await assessBatch(bench.knex, {
      claims,
      lease: 'lost',
      now: start,
      judgement: { ...bench.judgement, policy: await bench.policy.current() },
    });

    expect(await bench.knex('pool_days').select()).toEqual([]);
    expect(await bench.knex('pool_subjects').select()).toEqual([]);
  });

  it('cost as many statements for thirty services as for three', async () => {
    const counts: number[] = [];
    for (const size of [3, 30]) {
      const bench = await createPoolBench(await databases.init(id));
      const repos = Array.from({ length: size }, (_, i) => `repo-${i}`);
      await bench.sync([
        group('a'),
        ...repos.map(name =>
          component(name, { owner: 'a', slug: `acme/${name}` }),
        ),
      ]);
      await bench.worker.drain();
      const events = repos.flatMap(repo =>
        ran('web', 2).map(event => ({
          ...event,
          record: `${repo}#${event.record}`,
          subject: `github:acme/${repo}`,
        })),
      );
      await bench.deliver(events);
      const statements = countStatements(bench.knex);
      await bench.worker.drain();
      bench.clock.now = start + hour;
      await bench.worker.drain();
      counts.push(statements.all);
    }

    expect(counts[1]).toBe(counts[0]);
  });
});
