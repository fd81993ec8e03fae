import { createHash } from 'node:crypto';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  createGithubPoller,
  createGithubSource,
} from 'backstage-plugin-accountability-backend-module-github';
import { DeliverySource } from 'backstage-plugin-accountability-node';
import fc from 'fast-check';
import { Knex } from 'knex';
import request from 'supertest';
import {
  clear,
  migrate,
  readTables,
} from '../../records/__testUtils__/testDatabase';
import { testIntake } from '../__testUtils__/testIntake';
import { testKeyOf } from '../__testUtils__/testKeyOf';
import {
  FakeHost,
  FakeReply,
  FakeRequest,
  startFakeHost,
} from 'backstage-plugin-accountability-node/testUtils';
import { PollRunner } from './PollRunner';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const noon = Date.parse('2026-11-23T12:00:00Z');
const MINUTE = 60_000;
const REPOSITORY = '/repos/acme/payments';
const repository = { full_name: 'Acme/Payments', default_branch: 'main' };

interface Status {
  id: number;
  state: string;
  minute: number;
  isLost: boolean;
}
interface Deployment {
  minute: number;
  statuses: Status[];
}

const deployment: fc.Arbitrary<Deployment> = fc.record({
  // Several share a minute.
  minute: fc.integer({ min: 0, max: 5 }),
  statuses: fc.array(
    fc.record({
      id: fc.integer({ min: 1, max: 1000 }),
      state: fc.constantFrom('queued', 'in_progress', 'success', 'failure'),
      minute: fc.integer({ min: 5, max: 20 }),
      isLost: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
});
const fault = fc.constantFrom<string>('none', 'none', 'none', 'limit', 'down');

const source: DeliverySource = {
  ...createGithubSource(['unused']),
  verify: () => ({ ok: true }),
};
const at = (minute: number) =>
  new Date(noon + minute * MINUTE).toISOString().replace('.000', '');
const statusOf = ({ id, state, minute }: Status) => ({
  id,
  state,
  created_at: at(minute),
  creator: { login: 'somebody' },
});
const deploymentOf = (id: number, { minute, statuses }: Deployment) => ({
  id,
  sha: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
  ref: 'main',
  environment: 'production',
  description: null,
  payload: {},
  created_at: at(minute),
  updated_at: at(Math.max(minute, ...statuses.map(each => each.minute))),
});

describe.each(databases.eachSupportedId())('lost deployments on %s', id => {
  let knex: Knex;
  let host: FakeHost;
  let clock: number;
  let deployed: Deployment[];
  let faults: string[];

  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    host = await startFakeHost(answer);
  });
  afterAll(() => host.close());

  function answer(asked: FakeRequest): FakeReply {
    if (asked.path === REPOSITORY) return { body: repository };
    const failing = faults.shift();
    if (failing === 'limit') {
      return { status: 403, headers: { 'retry-after': '60' } };
    }
    if (failing === 'down') return { status: 502 };
    const [, of] = /deployments\/(\d+)\/statuses/.exec(asked.path) ?? [];
    if (of) return { body: deployed[Number(of) - 1].statuses.map(statusOf) };
    return listed(asked);
  }

  /** Two deployments a page, the latest first, with an etag over what they say. */
  function listed({ query, headers }: FakeRequest): FakeReply {
    const page = Number(query.get('page') ?? 1);
    const all = deployed
      .map((each, index) => deploymentOf(index + 1, each))
      .sort((a, b) => (a.created_at < b.created_at ? 1 : -1));
    const body = all.slice(page * 2 - 2, page * 2);
    const digest = createHash('sha256').update(JSON.stringify(body));
    const etag = `W/"${digest.digest('hex')}"`;
    if (headers['if-none-match'] === etag) return { status: 304 };
    const next = `<${host.url}${REPOSITORY}/deployments?page=${page + 1}>`;
    return {
      body,
      headers: {
        etag,
        ...(all.length > page * 2 ? { link: `${next}; rel="next"` } : {}),
      },
    };
  }

  function createRunner(inbox: ReturnType<typeof testIntake>['inbox']) {
    const poller = createGithubPoller({
      config: new ConfigReader({
        integrations: {
          github: [{ host: 'github.test', apiBaseUrl: host.url, token: 't' }],
        },
        accountability: {
          sources: {
            github: { poll: { host: 'github.test', streams: ['deployments'] } },
          },
        },
      }),
      clock: {
        now: () => clock,
        sleep: async ms => {
          clock += ms;
        },
        timeout: () => new AbortController().signal,
      },
    });
    if (!poller || 'because' in poller) throw new Error('There is no poller');
    return PollRunner.create({
      knex,
      pollers: [poller],
      sources: [source],
      subjectsOf: async () => ['github:acme/payments'],
      store: deliveries => inbox.takeAll(deliveries),
      keyOf: testKeyOf,
      logger: mockServices.logger.mock(),
      now: () => clock,
    });
  }

  async function begin() {
    await clear(knex);
    await knex('poll_bookmarks').delete();
    clock = noon + 20 * MINUTE;
    return testIntake(knex, [source]);
  }

  /** Webhooks of everything, or of what is not lost. */
  async function send(
    app: ReturnType<typeof testIntake>['app'],
    isSent: (status?: Status) => boolean,
  ) {
    const post = (event: string, body: object) =>
      request(app)
        .post('/deliveries/github')
        .set('x-github-event', event)
        .send({ ...body, repository });
    for (const [index, each] of deployed.entries()) {
      const { updated_at: _, ...told } = deploymentOf(index + 1, each);
      if (isSent()) await post('deployment', { deployment: told });
      for (const status of each.statuses.filter(isSent)) {
        await post('deployment_status', {
          deployment: told,
          deployment_status: statusOf(status),
        });
      }
    }
  }

  it('are made good by polling, whatever fails on the way', async () => {
    const { signal } = new AbortController();
    await fc.assert(
      fc.asyncProperty(
        fc.array(deployment, { minLength: 1, maxLength: 6 }),
        fc.array(fault, { maxLength: 12 }),
        async (all, failing) => {
          deployed = all.map(each => ({
            ...each,
            // The last comes within the second of the first pass.
            statuses: [
              ...new Map(each.statuses.map(one => [one.id, one])).values(),
            ].map((one, index, { length }) =>
              index === length - 1 ? { ...one, minute: 20 } : one,
            ),
          }));
          const whole = await begin();
          await send(whole.app, () => true);
          await whole.inbox.settled();
          const expected = await readTables(knex);

          const some = await begin();
          await send(some.app, status => status?.isLost === false);
          const runner = createRunner(some.inbox);
          faults = [...failing];
          const last = deployed;
          // Without the last status of each at first.
          deployed = last.map(each => ({
            ...each,
            statuses: each.statuses.slice(0, -1),
          }));
          await runner.run({ signal });
          deployed = last;
          for (let round = 0; round < 16; round += 1) {
            clock += 30 * MINUTE;
            await runner.run({ signal });
          }
          await some.inbox.settled();

          expect(await readTables(knex)).toEqual(expected);
          const [{ failures, trouble }] = await knex('poll_bookmarks');
          expect({ failures, trouble }).toEqual({ failures: 0, trouble: null });
        },
      ),
      { numRuns: 12 },
    );
  });
});
