import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { memoize } from 'lodash';
import { startPlugin } from '../__testUtils__/startPlugin';
import { component, group } from '../database/__testUtils__/testCatalog';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const subject = 'github:acme/payments';
const day = 86_400_000;
const at = (days: number) => new Date(Date.now() - days * day).toISOString();
const path = '/services/component/default/payments/changes';

const sha = (number: number) => `${number}`.padStart(40, '0');
const change = (number: number, days: number, rest: object = {}) => ({
  kind: 'change',
  record: `generic:change:acme/payments:${number}`,
  subject,
  at: at(days),
  state: 'merged',
  title: `Change ${number}`,
  defaultBranch: true,
  sha: sha(number),
  approvals: 1,
  ...rest,
});

const deployed = (number: number, days: number) => ({
  kind: 'deployment',
  record: `generic:deployment:acme/payments:${number}`,
  subject,
  at: at(days),
  state: 'finished',
  result: 'success',
  environment: 'production',
  sha: sha(number),
});

const history = [
  change(1, 20),
  deployed(1, 19.9),
  change(2, 10, {
    machineWritten: 'declared',
    approvals: 0,
    bypassed: ['ruleset'],
    paths: ['src/api/a.ts', 'src/api/b.ts', 'README.md'],
    code: { files: 3, sources: 2, tests: 1, additions: 40, deletions: 2 },
  }),
  deployed(2, 9.9),
  {
    kind: 'incident',
    record: 'generic:incident:1',
    subject,
    at: at(9.8),
    state: 'triggered',
    cause: { by: 'person', record: 'generic:deployment:acme/payments:2' },
  },
  change(3, 5, { machineWritten: 'declared' }),
];

describe.each(databases.eachSupportedId())(
  'changes of a service on %s',
  (id: TestDatabaseId) => {
    async function setUp(
      given: { denied?: string[]; hidden?: string[]; events?: object[] } = {},
    ) {
      const knex = await databases.init(id);
      const backend = await startPlugin({
        knex,
        entities: [
          group('checkout'),
          component('payments', {
            owner: 'group:default/checkout',
            slug: 'acme/payments',
          }),
        ],
        ...given,
      });
      await backend.run('catalog-sync');
      await backend.generic(given.events ?? history).expect(202);
      await backend.settle();
      return backend;
    }
    /** The same for tests that only read: those that want the same share one. */
    const setUpOnce = memoize(setUp, given => JSON.stringify(given ?? {}));

    it('are told newest first, with how they were made and what became of them', async () => {
      const { get } = await setUpOnce();

      const { body } = await get(path).expect(200);

      expect(body).toMatchObject({ total: 3, matching: 3, provenanceKnown: 2 });
      expect(body.changes.map(({ title }: { title: string }) => title)).toEqual(
        ['Change 3', 'Change 2', 'Change 1'],
      );
      expect(body.changes[1]).toMatchObject({
        maker: 'machine',
        approvals: 0,
        bypassed: ['ruleset'],
        lines: { count: 42, whole: false },
        tests: true,
        areas: ['.', 'src/api'],
        deployment: { id: 'generic:deployment:acme/payments:2' },
        incidents: ['generic:incident:1'],
      });
      expect(body.makers[0]).toEqual({
        maker: 'machine',
        changes: 2,
        remarked: { yes: 0, of: 0 },
        reworked: { yes: 0, of: 0 },
        brokeSomething: { yes: 1, of: 1 },
      });
    });

    it('tell the approvals that came one by one as a lower bound', async () => {
      const review = { id: 'r1', verdict: 'approve', kind: 'person' };
      const { get } = await setUp({
        events: [
          change(1, 4, { approvals: undefined, review }),
          change(2, 3),
          change(3, 2, { approvals: undefined }),
        ],
      });

      const { body } = await get(path).expect(200);

      expect(
        body.changes.map(
          ({ approvals, approvalsSeen }: Record<string, number>) => ({
            approvals,
            approvalsSeen,
          }),
        ),
      ).toEqual([
        { approvals: undefined, approvalsSeen: undefined },
        { approvals: 1, approvalsSeen: undefined },
        { approvals: undefined, approvalsSeen: 1 },
      ]);
    });

    it('are of machines where a report on their last commit or their merge attests it', async () => {
      const report = (of: string, lines: number) => ({
        kind: 'report',
        record: `generic:report:${of}`,
        subject,
        at: at(12),
        state: 'uploaded',
        format: 'git-ai',
        tool: 'git-ai',
        sha: of,
        measures: { machine_lines: lines, human_lines: 3 },
      });
      const { get } = await setUp({
        events: [
          change(1, 10),
          change(2, 9, { headSha: sha(92) }),
          change(3, 8, { headSha: sha(93) }),
          report(sha(1), 4),
          report(sha(92), 4),
          report(sha(93), 0),
        ],
      });

      const { body } = await get(`${path}?maker=machine`).expect(200);

      expect(body.changes).toMatchObject([
        {
          title: 'Change 2',
          provenance: {
            level: 'attested',
            evidence: [{ marker: 'git-ai', text: `generic:report:${sha(92)}` }],
          },
        },
        { title: 'Change 1', provenance: { level: 'attested' } },
      ]);
    });

    it.each([
      { query: '?maker=machine', gives: [3, 2] },
      { query: '?maker=rest', gives: [1] },
      { query: '?outcome=unreviewed', gives: [2] },
      { query: '?outcome=broke-something', gives: [2] },
      { query: '?outcome=bypassed', gives: [2] },
      { query: '?maker=machine&outcome=bypassed', gives: [2] },
      { query: '?window=7', gives: [3] },
      { query: `?at=${at(6)}`, gives: [2, 1] },
    ])('are narrowed by $query', async ({ query, gives }) => {
      const { get } = await setUpOnce();

      const { body } = await get(`${path}${query}`).expect(200);

      expect(body.changes.map(({ title }: { title: string }) => title)).toEqual(
        gives.map(number => `Change ${number}`),
      );
      expect(body.matching).toBe(gives.length);
    });

    it('come in pages that stay as of the first', async () => {
      const events = Array.from({ length: 60 }, (_, i) =>
        change(i, 1 + i / 10),
      );
      const backend = await setUp({ events });
      const first = await backend.get(path).expect(200);
      await backend.generic([change(99, 0)]).expect(202);
      await backend.settle();

      const { body } = await backend
        .get(`${path}?cursor=${first.body.nextCursor}`)
        .expect(200);

      expect(first.body.changes).toHaveLength(50);
      expect(body.changes).toHaveLength(10);
      expect(body).toMatchObject({ total: 60, asOf: first.body.asOf });
      expect(body.nextCursor).toBeUndefined();
    });

    it.each([
      {
        given: 'a window that is not offered',
        query: '?window=5',
        status: 400,
      },
      { given: 'an unknown maker', query: '?maker=people', status: 400 },
      { given: 'a cursor of elsewhere', query: '?cursor=abc', status: 400 },
      { given: 'an instant to come', query: `?at=${at(-1)}`, status: 400 },
    ])('are refused for $given', async ({ query, status }) => {
      const { get } = await setUpOnce();

      const { body } = await get(`${path}${query}`);

      expect(body.error).toBeDefined();
      expect(body.response.statusCode).toBe(status);
    });

    it.each([
      {
        given: 'without the permission',
        options: { denied: ['accountability.scorecard.read'] },
        status: 403,
      },
      {
        given: 'of a service that the caller may not see',
        options: { hidden: ['component:default/payments'] },
        status: 404,
      },
    ])('are not told $given', async ({ options, status }) => {
      const { get } = await setUpOnce(options);

      await get(path).expect(status);
      const { body } = await get('/teams/group/default/checkout/ownership');
      expect(JSON.stringify(body)).not.toContain('payments');
    });
  },
);
