import { TestDatabases } from '@backstage/backend-test-utils';
import {
  createWorkbench,
  day,
  deployed,
} from '../../assessment/__testUtils__/createWorkbench';
import { component, group } from '../../database/__testUtils__/testCatalog';
import { readStandingFigures } from './readStandingFigures';
import { readUnknownFacts } from './readUnknownFacts';

jest.setTimeout(60_000);

const midnight = Date.parse('2026-11-23T00:00:00Z');
const hour = 3_600_000;
const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('figures on %s', databaseId => {
  async function start(at?: number) {
    const bench = await createWorkbench(await databases.init(databaseId));
    bench.clock.now = at ?? bench.clock.now;
    await bench.sync([
      group('checkout'),
      component('payments', {
        owner: 'group:default/checkout',
        slug: 'acme/payments',
      }),
      component('lost', { owner: 'group:default/gone', slug: 'acme/lost' }),
    ]);
    await bench.deliver(
      Array.from({ length: 12 }, (_, i) =>
        deployed('github:acme/payments', bench.clock.now - (i + 1) * day),
      ),
    );
    await bench.worker.drain();
    const read = () =>
      readStandingFigures(bench.knex, {
        status: () => bench.policy.status(),
        now: bench.clock.now,
      });
    return { ...bench, read };
  }

  it('count what is stored, and what is unknown apart', async () => {
    const { read } = await start();

    expect(await read()).toMatchObject({
      results: expect.arrayContaining([
        { scorecard: 'ready', status: 'fail', checks: 1 },
        { scorecard: 'ready', status: 'pass', checks: 1 },
        { scorecard: 'ready', status: 'unknown', checks: 2 },
      ]),
      levels: expect.arrayContaining([
        { scorecard: 'ready', level: 'bronze', services: 1 },
        { scorecard: 'ready', services: 1 },
      ]),
      coverage: { known: 2, applicable: 4 },
      exemptions: {
        pending: 0,
        approved: 0,
        denied: 0,
        revoked: 0,
        expired: 0,
      },
      policy: { behind: 0, faults: 0, sourcesFailed: 0 },
    });
  });

  const facts = [
    'ownership.owner_resolves',
    'pipeline.main_success',
    'reliability.deployment_frequency',
  ];

  it.each([
    { given: 'all services', sample: 50, limit: 50, shares: [1, 0.5] },
    // The first by ref is the one without deployments.
    { given: 'a sample of them', sample: 1, limit: 50, shares: [1, 1] },
    { given: 'the first fact alone', sample: 50, limit: 1, shares: [1] },
  ])(
    'say of what share of services facts are unknown today: $given',
    async ({ sample, limit, shares }) => {
      const { knex, clock } = await start();

      const unknown = await readUnknownFacts(knex, {
        ...{ facts, sample, limit },
        now: clock.now,
      });

      expect(unknown.map(({ share }) => share)).toEqual(shares);
      expect(unknown[0]).toEqual({ fact: 'pipeline.main_success', share: 1 });
    },
  );

  it.each([
    { given: 'at noon of the day', assessed: 12, asked: 13, found: 2 },
    { given: 'before midnight', assessed: 12, asked: 24.5, found: 2 },
    { given: 'after midnight', assessed: 0.5, asked: 0.5, found: 2 },
    { given: 'the day before', assessed: 12, asked: 25.5, found: 0 },
  ])(
    'are of services that were assessed $given, at $assessed o’clock, and looked at by $asked',
    async ({ assessed, asked, found }) => {
      const { knex } = await start(midnight + assessed * hour);

      const unknown = await readUnknownFacts(knex, {
        ...{ facts, sample: 50, limit: 50 },
        now: midnight + asked * hour,
      });

      expect(unknown).toHaveLength(found);
    },
  );

  it('say nothing of facts on a day of which nothing is known', async () => {
    const { knex, clock } = await start();

    const unknown = await readUnknownFacts(knex, {
      ...{ facts, sample: 50, limit: 50 },
      now: clock.now + 3 * day,
    });

    expect(unknown).toEqual([]);
  });
});
