import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { KnownLag } from 'backstage-plugin-accountability-common';
import { memoize } from 'lodash';
import { Given, startPlugin } from '../../__testUtils__/startPlugin';
import { component, group } from '../../database/__testUtils__/testCatalog';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const now = Date.now();
const subject = 'github:acme/payments';
const iso = (at: number) => new Date(at).toISOString();

/** A production deployment of ten minutes that ended at an instant, `name` being its commit. */
const deployed = (name: string, endedAt: number) => {
  const base = {
    kind: 'deployment',
    record: `github:deployment:acme/payments:${name}`,
    subject,
    environment: 'production',
    sha: name.padEnd(40, 'f'),
  };
  return [
    { ...base, at: iso(endedAt - 10 * MINUTE), state: 'executing' },
    { ...base, at: iso(endedAt), state: 'finished', result: 'success' },
  ];
};

/** An incident that began at an instant; a person names its cause where one is given. */
const broke = (name: string, at: number, cause?: string) => ({
  kind: 'incident',
  record: `pagerduty:incident:${name}`,
  subject,
  at: iso(at),
  state: 'triggered',
  ...(cause && {
    cause: {
      by: 'person',
      record: `github:deployment:acme/payments:${cause}`,
    },
  }),
});

/** So many deployments, one every four days, each known to have broken something five hours after its end. */
const knownCauses = (count: number, lagMs = 5 * HOUR) =>
  Array.from({ length: count }, (_, i) => now - (i + 2) * 4 * DAY).flatMap(
    (end, i) => [
      ...deployed(`a${i}`, end),
      broke(`known-${i}`, end + lagMs, `a${i}`),
    ],
  );

/** One that began twelve hours after a deployment, of which nothing but time speaks, so many days ago. */
const byTime = (daysAgo: number) => {
  const end = now - daysAgo * DAY;
  const name = `b${daysAgo}`;
  return [...deployed(name, end), broke(name, end + 12 * HOUR)];
};

const path = (query = '', name = 'payments') =>
  `/services/component/default/${name}/attribution-window${query}`;

async function start(
  databaseId: TestDatabaseId,
  given: Partial<Given> & { events?: object[]; annotation?: string } = {},
) {
  const { events = [], annotation, ...rest } = given;
  const knex = await databases.init(databaseId);
  const payments = component('payments', {
    owner: 'group:default/checkout',
    slug: 'acme/payments',
  });
  if (annotation) {
    payments.metadata.annotations = {
      ...payments.metadata.annotations,
      'accountability.io/attribution-window': annotation,
    };
  }
  const plugin = await startPlugin({
    knex,
    entities: [group('checkout'), payments],
    ...rest,
  });
  await plugin.run('catalog-sync');
  if (events.length > 0) await plugin.generic(events).expect(202);
  await plugin.settle();
  return plugin;
}

/** The same for tests that only read: those that want the same share one. */
const startOnce = memoize(start, (...given) => JSON.stringify(given));

describe.each(databases.eachSupportedId())(
  'the attribution window on %s',
  databaseId => {
    it('is proposed from known causes, each with its lag, and says what would be charged otherwise', async () => {
      const { get } = await start(databaseId, {
        events: [...knownCauses(12), ...byTime(6), ...byTime(190)],
      });

      const { body } = await get(path()).expect(200);

      expect(body).toMatchObject({
        service: { entityRef: 'component:default/payments' },
        inForce: { windowMs: DAY, origin: 'default', profile: 'default' },
        proposal: {
          status: 'proposed',
          windowMs: 5 * HOUR,
          sampleSize: 12,
          because: expect.stringContaining('95 % of 12 known causes'),
        },
        totalLags: 12,
        // That of 190 days ago is not among those looked at.
        effect: { incidents: 13, otherwise: 1 },
      });
      expect(body.lags[0]).toEqual({
        incident: 'pagerduty:incident:known-0',
        cause: 'github:deployment:acme/payments:a0',
        sha: expect.stringMatching(/^a0/),
        method: 'explicit',
        at: now - 8 * DAY + 5 * HOUR,
        lagMs: 5 * HOUR,
      });
      const begun = body.lags.map(({ at }: KnownLag) => at);
      expect(begun).toEqual([...begun].sort((a, b) => b - a));
    });

    it('proposes nothing of few known causes, and then nothing would change', async () => {
      const { get } = await start(databaseId, {
        events: [...knownCauses(9), ...byTime(6)],
      });

      const { body } = await get(path()).expect(200);

      expect(body.proposal).toMatchObject({ status: 'unsure', sampleSize: 9 });
      expect(body.totalLags).toBe(9);
      expect(body).not.toHaveProperty('effect');
    });

    it('says that a service has its own', async () => {
      const { get } = await start(databaseId, {
        annotation: 'PT5H',
        events: [...knownCauses(12), ...byTime(6)],
      });

      const { body } = await get(path()).expect(200);

      expect(body.inForce).toEqual({
        windowMs: 5 * HOUR,
        origin: 'annotation',
        profile: 'default',
      });
      expect(body.effect).toMatchObject({ incidents: 13, otherwise: 0 });
    });

    it('is told as of a past instant from what was known then', async () => {
      const begun = now - 21 * DAY + 5 * HOUR;
      // Its cause was named long after it.
      const named = {
        ...broke('late', now - 10 * DAY, 'late'),
        state: 'updated',
      };
      const { get } = await start(databaseId, {
        events: [
          ...knownCauses(12),
          ...deployed('late', now - 21 * DAY),
          broke('late', begun),
          named,
        ],
      });
      const today = await get(path()).expect(200);
      expect(today.body.totalLags).toBe(13);

      const { body } = await get(path(`?at=${iso(now - 17 * DAY)}`)).expect(
        200,
      );

      expect(body.asOf).toBe(now - 17 * DAY);
      expect(body.proposal).toMatchObject({ status: 'unsure', sampleSize: 9 });
    });

    it('is there for a service of which nothing is known', async () => {
      const { get } = await startOnce(databaseId);

      const { body } = await get(path()).expect(200);

      expect(body).toMatchObject({
        inForce: { windowMs: DAY },
        proposal: { status: 'unsure', sampleSize: 0 },
        lags: [],
        totalLags: 0,
      });
    });

    it.each([
      { given: path('?at=2999-01-01T00:00:00Z'), gives: 400, says: /future/ },
      { given: path('?at=yesterday'), gives: 400, says: /at=yesterday/ },
      { given: path('', 'nobody'), gives: 404, says: /./ },
    ])('answers $gives to $given', async ({ given, gives, says }) => {
      const { get } = await startOnce(databaseId);

      const { status, body } = await get(given);

      expect(status).toBe(gives);
      expect(body.error.message).toMatch(says);
    });

    it.each([
      { given: { denied: ['accountability.scorecard.read'] }, gives: 403 },
      { given: { hidden: ['component:default/payments'] }, gives: 404 },
    ])('answers $gives to who may not read it', async ({ given, gives }) => {
      const { get } = await startOnce(databaseId, given);

      expect((await get(path())).status).toBe(gives);
    });
  },
);
