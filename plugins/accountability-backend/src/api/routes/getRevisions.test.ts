import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { memoize } from 'lodash';
import { Given, startPlugin } from '../../__testUtils__/startPlugin';
import { component, group } from '../../database/__testUtils__/testCatalog';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const DAY = 86_400_000;
const now = Date.now();
const ref = 'component:default/payments';
const fact = 'reliability.change_fail_rate';
const dayOf = (daysAgo: number) =>
  new Date(now - daysAgo * DAY).toISOString().slice(0, 10);
const iso = (daysAgo: number) => new Date(now - daysAgo * DAY).toISOString();

/** What a day said, `said` days ago having been replaced `until` days ago. */
const said = (daysAgo: number, value: number | null, until?: number) => ({
  entity_ref: ref,
  fact,
  day: dayOf(daysAgo),
  value,
  reason: value === null ? 'no-source' : null,
  ...(until !== undefined && { stood_until: new Date(now - until * DAY) }),
});

const path = (query = '', of = fact, name = 'payments') =>
  `/services/component/default/${name}/facts/${of}/revisions${query}`;

async function start(databaseId: TestDatabaseId, given: Partial<Given> = {}) {
  const knex = await databases.init(databaseId);
  const plugin = await startPlugin({
    knex,
    entities: [
      group('checkout'),
      component('payments', { owner: 'group:default/checkout' }),
    ],
    ...given,
  });
  await plugin.run('catalog-sync');
  await plugin.settle();
  return { ...plugin, knex };
}

/** A day told again once, one told again twice and unknown at first, and one that never was. */
async function startRetold(databaseId: TestDatabaseId) {
  const plugin = await start(databaseId);
  await plugin
    .knex('fact_snapshots')
    .insert([said(30, 0.3), said(20, 0.2), said(10, 0.1)]);
  await plugin
    .knex('fact_snapshot_revisions')
    .insert([
      said(30, 0.1, 5),
      said(20, null, 15),
      said(20, 0, 4),
      { ...said(20, 7, 4), fact: 'reliability.deployment_frequency' },
    ]);
  return plugin;
}

/** The same for tests that only read: those that want the same share one. */
const startRetoldOnce = memoize(startRetold, (...given) =>
  JSON.stringify(given),
);

describe.each(databases.eachSupportedId())(
  'days told again on %s',
  databaseId => {
    it('are named with what they said, until when, and what they say now', async () => {
      const { get } = await startRetoldOnce(databaseId);

      const { body } = await get(path()).expect(200);

      expect(body).toMatchObject({
        service: { entityRef: ref },
        fact,
        from: dayOf(90),
        to: dayOf(0),
        truncated: false,
      });
      expect(body.days).toEqual([
        {
          day: dayOf(20),
          now: { value: 0.2 },
          earlier: [
            { reason: 'no-source', stoodUntil: now - 15 * DAY },
            { value: 0, stoodUntil: now - 4 * DAY },
          ],
        },
        {
          day: dayOf(30),
          now: { value: 0.3 },
          earlier: [{ value: 0.1, stoodUntil: now - 5 * DAY }],
        },
      ]);
    });

    it.each([
      { given: 16, gives: { reason: 'no-source' } },
      { given: 10, gives: { value: 0 } },
      { given: 2, gives: { value: 0.2 } },
      { given: 20, gives: undefined },
    ])(
      'say what the day of 20 days ago said to who looked $given days ago',
      async ({ given, gives }) => {
        const { get } = await startRetoldOnce(databaseId);

        const { body } = await get(path(`?at=${iso(given)}`)).expect(200);

        expect(body.to).toBe(dayOf(given));
        expect(body.days[0]).toMatchObject({ day: dayOf(20) });
        expect(body.days[0].then).toEqual(gives);
      },
    );

    it('are those between two instants', async () => {
      const { get } = await startRetoldOnce(databaseId);

      const { body } = await get(path(`?from=${iso(40)}&to=${iso(25)}`)).expect(
        200,
      );

      expect(body.days).toMatchObject([{ day: dayOf(30) }]);
    });

    it('are cut after whole days, which is said', async () => {
      const { get, knex } = await startRetoldOnce(databaseId);
      await knex.batchInsert(
        'fact_snapshot_revisions',
        Array.from({ length: 999 }, (_, i) => said(10, i, 9 - i / 1000)),
        100,
      );

      const { body } = await get(path()).expect(200);

      expect(body.truncated).toBe(true);
      expect(body.days).toMatchObject([{ day: dayOf(10) }]);
      expect(body.days[0].earlier).toHaveLength(999);
    });

    it('are none where nothing is kept of the service yet', async () => {
      const { get, knex } = await start(databaseId);
      await knex('fact_snapshots').delete();

      const { body } = await get(path()).expect(200);

      expect(body.days).toEqual([]);
    });

    it.each([
      { given: path('', 'reliability.luck'), gives: 404, says: /No day/ },
      { given: path('', fact, 'nobody'), gives: 404, says: /./ },
      { given: path('?from=2999-01-01T00:00:00Z'), gives: 400, says: /swap/ },
      {
        given: path('?from=2020-01-01T00:00:00Z'),
        gives: 400,
        says: /400 days/,
      },
      { given: path('?at=2999-01-01T00:00:00Z'), gives: 400, says: /future/ },
      { given: path('?to=2026-11-23'), gives: 400, says: /to=2026-11-23/ },
    ])('answers $gives to $given', async ({ given, gives, says }) => {
      const { get } = await startRetoldOnce(databaseId);

      const { status, body } = await get(given);

      expect(status).toBe(gives);
      expect(body.error.message).toMatch(says);
    });

    it.each([
      { given: { denied: ['accountability.scorecard.read'] }, gives: 403 },
      { given: { hidden: [ref] }, gives: 404 },
    ])('answers $gives to who may not read them', async ({ given, gives }) => {
      const { get } = await start(databaseId, given);

      expect((await get(path())).status).toBe(gives);
    });
  },
);
