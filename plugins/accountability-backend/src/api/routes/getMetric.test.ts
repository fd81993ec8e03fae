import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { MetricPoint } from 'backstage-plugin-accountability-common';
import { memoize } from 'lodash';
import { startPlugin } from '../../__testUtils__/startPlugin';
import { component, group } from '../../database/__testUtils__/testCatalog';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = Date.now();

const deployed = (daysAgo: number, environment = 'production') => ({
  kind: 'deployment',
  record: `github:deployment:acme/payments:${environment}-${daysAgo}`,
  subject: 'github:acme/payments',
  at: new Date(now - daysAgo * DAY - HOUR).toISOString(),
  state: 'finished',
  result: 'success',
  environment,
  sha: `${daysAgo}`.padEnd(40, 'a'),
});

/** One a day to production for 28 days, and one to staging. */
const events = [
  ...Array.from({ length: 28 }, (_, day) => deployed(day)),
  deployed(3, 'staging'),
];
const FREQUENCY = 'reliability.deployment_frequency';
const path = (fact: string, query = '') =>
  `/services/component/default/payments/metrics/${fact}${query}`;

async function start(databaseId: TestDatabaseId, sent: object[] = events) {
  const knex = await databases.init(databaseId);
  const entities = [
    group('checkout'),
    component('payments', {
      owner: 'group:default/checkout',
      slug: 'acme/payments',
    }),
  ];
  const plugin = await startPlugin({ knex, entities });
  await plugin.run('catalog-sync');
  await plugin.generic(sent).expect(202);
  await plugin.settle();
  return plugin;
}

/** The same for tests that only read: those that want the same share one. */
const startOnce = memoize(start, (...given) => JSON.stringify(given));

describe.each(databases.eachSupportedId())('a metric on %s', databaseId => {
  it('is a fact over a window, with its definition, its past and its scale', async () => {
    const { get } = await startOnce(databaseId);

    const { body } = await get(path(FREQUENCY, '?window=28')).expect(200);

    expect(body).toMatchObject({
      service: { entityRef: 'component:default/payments' },
      windowDays: 28,
      environment: 'production',
      environments: ['production', 'staging'],
      current: { status: 'known', value: 7, sampleSize: 28 },
      benchmarks: [
        { answer: expect.any(String) },
        { answer: expect.any(String) },
      ],
    });
    expect(body.definition).toContain('DORA');
    const values = body.series.map(({ value }: MetricPoint) => value);
    expect(values).toHaveLength(13);
    // Nothing had been told of it before: that is unknown, and not zero.
    expect(values.slice(0, 8)).toEqual(Array(8).fill(undefined));
    expect(values.at(-1)).toBe(7);
  });

  it('is of the environment asked for', async () => {
    const { get } = await startOnce(databaseId);

    const { body } = await get(
      path(FREQUENCY, '?window=7&environment=staging'),
    ).expect(200);

    expect(body).toMatchObject({ windowDays: 7, ownWindowDays: 28 });
    expect(body.current).toMatchObject({ status: 'known', value: 1 });
  });

  it('is of a past instant, of which it says so', async () => {
    const { get } = await startOnce(databaseId);
    const at = new Date(now - 14 * DAY).toISOString();

    const { body } = await get(
      path(FREQUENCY, `?window=28&environment=nowhere&at=${at}`),
    ).expect(200);

    expect(body).toMatchObject({
      asOf: now - 14 * DAY,
      // Nothing had gone to staging yet, and what is asked for can be asked for.
      environments: ['production', 'nowhere'],
    });
    expect(body.series.at(-1).at).toBe(now - 14 * DAY);
    expect(body.current.window.to).toBe(now - 14 * DAY);
  });

  it('says that a kind was never collected where others were', async () => {
    const built = {
      kind: 'build',
      record: 'github:build:acme/payments:1',
      subject: 'github:acme/payments',
      at: new Date(now - 3 * DAY).toISOString(),
      state: 'finished',
      result: 'success',
    };
    const { get } = await start(databaseId, [built]);

    const { body } = await get(path(FREQUENCY)).expect(200);

    expect(body.current).toMatchObject({
      status: 'unknown',
      because: expect.stringContaining('deployments'),
    });
    expect(body.environments).toEqual(['production']);
  });

  it.each([
    { given: path(FREQUENCY, '?window=30'), gives: 400, says: /7, 28, 90/ },
    { given: path('reliability.luck'), gives: 404, says: /no fact/ },
    {
      given: path(FREQUENCY).replace('payments', 'nobody'),
      gives: 404,
      says: /./,
    },
  ])('answers $gives to $given', async ({ given, gives, says }) => {
    const { get } = await startOnce(databaseId);

    const { status, body } = await get(given);

    expect(status).toBe(gives);
    expect(body.error.message).toMatch(says);
  });
});
