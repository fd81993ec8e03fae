import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { memoize } from 'lodash';
import { spec } from '../openapi.generated';
import { namedSeed } from './__testUtils__/namedSeed';
import { startNamed } from './__testUtils__/startNamed';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const { word, id, broke } = namedSeed;

const start = memoize(async (databaseId: TestDatabaseId) =>
  startNamed(await databases.init(databaseId)),
);
const root = '/api/accountability';
const service = `${root}/services/component/default/payments`;
const actions = '/.backstage/actions/v1/actions/accountability:';
const of = (record: string) => encodeURIComponent(record);
const names = (text: string) => text.toLowerCase().includes(word);
const past = new Date(Date.now() - 60_000).toISOString();
const reason = 'It was looked at by several people.';

/** Every way in which answers on payments can speak of the other service, and whether they do to who may see it. */
const ways = [
  { tried: 'scorecard', tells: true },
  { tried: `scorecard?at=${past}`, tells: true },
  { tried: 'timeline', tells: true },
  { tried: `incidents/${of(id.named)}`, tells: true },
  { tried: `incidents/${of(id.named)}?at=${past}`, tells: true },
  { tried: `incidents/${of(id.namedAlone)}`, tells: true },
  { tried: `incidents/${of(id.decided)}`, tells: true },
  { tried: `incidents/${of(id.merged)}`, tells: true },
  { tried: `deployments/${of(id.own)}`, tells: true },
  { tried: 'changes', tells: true },
  { tried: `evidence?record=${of(id.named)}`, tells: true },
  { tried: `evidence?record=${of(id.namedAlone)}`, tells: true },
  { tried: `evidence?record=${of(id.decided)}`, tells: true },
  { tried: `evidence?record=${of(id.merged)}`, tells: true },
  { tried: `evidence?record=${of(id.own)}`, tells: true },
  { tried: `evidence?record=${of(id.alert)}`, tells: true },
  { tried: `evidence?record=${of(id.change)}`, tells: true },
  { tried: `evidence?record=${of(id.build)}`, tells: true },
  { tried: 'evidence?fact=reliability.change_fail_rate', tells: true },
  { tried: 'evidence?fact=reliability.incidents', tells: true },
  { tried: 'metrics/reliability.change_fail_rate', tells: true },
  {
    tried: 'metrics/reliability.failed_deployment_recovery_time',
    tells: true,
  },
  { tried: 'attribution-window', tells: false },
  { tried: 'facts/reliability.change_fail_rate/revisions', tells: false },
].map(({ tried, tells }) => ({ tried, path: `${service}/${tried}`, tells }));

const cause = (record: string, after = '') =>
  `${service}/incidents/${of(record)}/cause${after}`;
/** A question, and whether its answer speaks of the other service to who may see it. */
interface Way {
  tried: string;
  path: string;
  body?: object;
  tells: boolean;
}
const posts = [
  {
    tried: 'a preview of a decision',
    path: cause(id.decided),
    body: { cause: null, reason, preview: true },
  },
  {
    tried: 'a preview of a decision on what is named',
    path: cause(id.named),
    body: { cause: null, reason, preview: true },
  },
  {
    tried: 'a preview of a withdrawal',
    path: cause(id.decided, '/withdrawal'),
    body: { reason, preview: true },
  },
  {
    tried: 'a decision on one that was merged',
    path: cause(id.merged),
    body: { cause: null, reason, preview: true },
  },
].map(one => ({ ...one, tells: true }));

const input = { service: 'component:default/payments' };
const called = [
  { tried: 'get-scorecard', body: input },
  {
    tried: 'explain-check',
    body: { ...input, scorecard: 'ready', check: 'quiet' },
  },
  { tried: 'list-team-risks', body: { group: 'group:default/checkout' } },
  { tried: 'ask-gate', body: { ...input, gate: 'production' } },
].map(({ tried, body }) => {
  const path = `${actions}${tried}/invoke`;
  return { tried: `the action ${tried}`, path, body, tells: false };
});

/** Every path of the document that can be read, of payments and its group. */
const readable = Object.entries<object>(spec.paths)
  .filter(([, methods]) => 'get' in methods)
  .map(([path]) => {
    const [kind, name] = path.startsWith('/services')
      ? ['component', 'payments']
      : ['group', 'checkout'];
    const filled = path
      .replace('{kind}', kind)
      .replace('{namespace}', 'default')
      .replace('{name}', name)
      .replace('{fact}', 'reliability.incidents')
      .replace('{scorecard}', 'ready')
      .replace(
        '{record}',
        of(path.includes('deployments') ? id.own : id.named),
      );
    return `${root}${filled}`;
  });

describe.each(databases.eachSupportedId())(
  'records of another service on %s',
  databaseId => {
    it.each<Way>([...ways, ...posts, ...called])(
      'are told by $tried to nobody who may not see it',
      async ({ path, body, tells }) => {
        const { ask } = await start(databaseId);

        const toSeer = await ask('seer', { path, body });
        const toStranger = await ask('stranger', { path, body });

        expect(toStranger.status).toBe(toSeer.status);
        expect([names(toSeer.text), names(toStranger.text)]).toEqual([
          tells,
          false,
        ]);
      },
    );

    it.each([...readable, `${root}/scorecards/ready/services?format=csv`])(
      'are in no answer to who may not see it: %s',
      async path => {
        const { ask } = await start(databaseId);

        const { text } = await ask('stranger', { path });

        expect(names(text)).toBe(false);
      },
    );

    it('leave words in their place, with how sure the link is', async () => {
      const { ask } = await start(databaseId);
      const page = async (record: string) =>
        (await ask('stranger', { path: `${service}/incidents/${of(record)}` }))
          .body;

      expect(await page(id.named)).toMatchObject({
        incident: { hidden: ['cause'] },
        attribution: {
          namedHidden: true,
          evidence: expect.arrayContaining([
            'Named as the cause is a change of a service that you may not see, or one that nothing is known of.',
          ]),
        },
      });
      expect(await page(id.decided)).toMatchObject({
        attribution: {
          causeHidden: true,
          confidence: 1,
          evidence: [
            'The cause is a change of a service that you may not see.',
          ],
        },
        decisions: [
          {
            causeHidden: true,
            reason: 'The reason speaks of a service that you may not see.',
          },
        ],
      });
      expect(await page(id.merged)).toMatchObject({
        incident: { hidden: ['mergedInto'] },
      });
    });

    it('do not hide what is named by its commit and is the service’s own', async () => {
      const { ask } = await start(databaseId);
      const path = `${service}/evidence?record=${of(id.ownNamed)}`;

      const { body } = await ask('stranger', { path });

      const [incident] = body.records;
      expect(incident).toMatchObject({
        id: id.ownNamed,
        cause: { by: 'person', sha: '10'.padEnd(40, 'a') },
      });
      expect(incident).not.toHaveProperty('hidden');
    });

    it('are counted all the same', async () => {
      const { ask } = await start(databaseId);
      const path = `${service}/scorecard`;
      const rate = async (user: 'seer' | 'stranger') => {
        const { body } = await ask(user, { path });
        return body.assessment.facts.find(
          (fact: { id: string }) => fact.id === 'reliability.change_fail_rate',
        );
      };

      const [toSeer, toStranger] = [await rate('seer'), await rate('stranger')];

      expect(toSeer.evidence).toContain(id.foreignIncident);
      expect(toStranger).toMatchObject({
        value: toSeer.value,
        because: toSeer.because,
        evidenceCount: toSeer.evidenceCount,
        evidence: toSeer.evidence.filter((one: string) => !names(one)),
      });
    });

    it('are looked up at once, however many are named', async () => {
      const counts = [];
      for (const size of [1, 40]) {
        const knex = await databases.init(databaseId);
        const { ask, lookups } = await startNamed(
          knex,
          Array.from({ length: size }, (_, i) =>
            broke(`pagerduty:incident:more-${i}`, (60 + i) * 60_000, {
              cause: { by: 'machine', record: `${id.foreign}${i}` },
            }),
          ).flat(),
        );
        const statements: string[] = [];
        knex.on('query', ({ sql }: { sql: string }) => {
          if (!sql.includes('assessment_queue')) statements.push(sql);
        });
        for (const path of [
          'scorecard',
          'timeline',
          `incidents/${of(id.named)}`,
        ]) {
          lookups.length = 0;
          statements.length = 0;
          await ask('stranger', { path: `${service}/${path}` }).expect(200);
          counts.push({
            path,
            lookups: lookups.length,
            statements: statements.length,
          });
        }
      }

      const [few, many] = [counts.slice(0, 3), counts.slice(3)];
      expect(many).toEqual(few);
      expect(few.map(({ lookups }) => lookups)).toEqual([1, 1, 1]);
    });
  },
);
