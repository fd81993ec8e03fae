import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  createPagerdutyPoller,
  createPagerdutySource,
} from 'backstage-plugin-accountability-backend-module-pagerduty';
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
const SECOND = 1000;
const HOUR = 3_600_000;

/** What PagerDuty logs, and the webhook it sends of it. */
const moves = {
  trigger: 'incident.triggered',
  acknowledge: 'incident.acknowledged',
  resolve: 'incident.resolved',
  reopen: 'incident.reopened',
  priority_change: 'incident.priority_updated',
};

interface Happening {
  move: keyof typeof moves;
  incident: number;
  second: number;
  isLost: boolean;
}

const happening: fc.Arbitrary<Happening> = fc.record({
  move: fc.constantFrom<keyof typeof moves>(
    'trigger',
    'acknowledge',
    'resolve',
    'reopen',
    'priority_change',
  ),
  incident: fc.integer({ min: 0, max: 2 }),
  // Many share a second.
  second: fc.integer({ min: 0, max: 9 }),
  isLost: fc.boolean(),
});

/** What goes wrong with one answer. */
const fault = fc.constantFrom<string>(
  'none',
  'none',
  'limit',
  'down',
  'cut',
  'nonsense',
  'redirect',
);

const source: DeliverySource = {
  ...createPagerdutySource(['unused']),
  verify: () => ({ ok: true }),
};

const timeOf = ({ second }: Happening) =>
  new Date(noon + second * SECOND).toISOString().replace('.000', '');
const incidentOf = ({ incident }: Happening) => ({
  id: `P${incident}`,
  type: 'incident',
  title: 'Payments are down',
  created_at: '2026-11-23T12:00:00Z',
  service: { id: 'PSHOP' },
  urgency: 'high',
});
const idOf = (given: Happening) =>
  `${given.move}-${given.incident}-${given.second}`;
const webhookOf = (given: Happening) => ({
  event: {
    id: `webhook ${idOf(given)}`,
    event_type: moves[given.move],
    occurred_at: timeOf(given),
    data: incidentOf(given),
  },
});
const logEntryOf = (given: Happening) => ({
  id: idOf(given),
  type: `${given.move}_log_entry`,
  created_at: timeOf(given),
  incident: incidentOf(given),
});

describe.each(databases.eachSupportedId())('lost webhooks on %s', id => {
  let knex: Knex;
  let host: FakeHost;
  let clock: number;
  let log: Happening[];
  let faults: string[];

  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    host = await startFakeHost(answer);
  });
  afterAll(() => host.close());

  /** Three entries a page, the latest first, whatever page was asked for. */
  function answer({ query }: FakeRequest): FakeReply {
    switch (faults.shift()) {
      case 'limit':
        return { status: 429, headers: { 'ratelimit-reset': '30' } };
      case 'down':
        return { status: 503 };
      case 'cut':
        return 'cut';
      case 'nonsense':
        return { body: '<html>' };
      case 'redirect':
        return {
          status: 302,
          headers: { location: 'https://elsewhere.example/' },
        };
      default: {
        const offset = Math.floor(Number(query.get('offset')) / 100) * 3;
        const since = Date.parse(query.get('since') ?? '');
        const until = Date.parse(query.get('until') ?? '');
        const found = log
          .filter(each => {
            const at = Date.parse(timeOf(each));
            return at >= since && at <= until;
          })
          .sort((a, b) => b.second - a.second);
        return {
          body: {
            log_entries: found.slice(offset, offset + 3).map(logEntryOf),
            more: found.length > offset + 3,
          },
        };
      }
    }
  }

  function createRunner(store: ReturnType<typeof testIntake>['inbox']) {
    const poller = createPagerdutyPoller({
      config: new ConfigReader({
        accountability: {
          sources: {
            pagerduty: {
              poll: { token: 't', apiBaseUrl: host.url, leave: 0 },
            },
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
      pollers: [{ ...poller, streams: poller.streams.slice(0, 1) }],
      sources: [source],
      subjectsOf: async () => [],
      store: deliveries => store.takeAll(deliveries),
      keyOf: testKeyOf,
      logger: mockServices.logger.mock(),
      now: () => clock,
    });
  }

  async function begin() {
    await clear(knex);
    await knex('poll_bookmarks').delete();
    clock = noon + HOUR;
    return testIntake(knex, [source]);
  }

  it('are made good by polling, whatever fails on the way', async () => {
    const stop = new AbortController().signal;
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { minLength: 1, maxLength: 12 }),
        fc.array(fault, { maxLength: 8 }),
        async (happened, failing) => {
          const distinct = [
            ...new Map(happened.map(each => [idOf(each), each])).values(),
          ];
          const all = await begin();
          for (const each of distinct) {
            await request(all.app)
              .post('/deliveries/pagerduty')
              .send(webhookOf(each));
          }
          await all.inbox.settled();
          const expected = await readTables(knex);

          const some = await begin();
          const runners = [createRunner(some.inbox), createRunner(some.inbox)];
          faults = [...failing];
          for (const each of distinct) {
            if (!each.isLost) {
              await request(some.app)
                .post('/deliveries/pagerduty')
                .send(webhookOf(each));
            }
          }
          // The later half happens between two passes.
          log = distinct.slice(0, Math.ceil(distinct.length / 2));
          for (let round = 0; round < 12; round += 1) {
            await Promise.all(runners.map(each => each.run({ signal: stop })));
            log = distinct;
            clock += HOUR;
          }
          await some.inbox.settled();

          expect(await readTables(knex)).toEqual(expected);
          const [{ bookmark, failures }] = await knex('poll_bookmarks');
          expect(failures).toBe(0);
          expect(new Date(bookmark).getTime()).toBeGreaterThan(noon + HOUR);
          expect(faults).toEqual([]);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('are stored once each, beside the webhooks that came', async () => {
    const { app, inbox } = await begin();
    const runner = createRunner(inbox);
    faults = [];
    log = [
      { move: 'trigger', incident: 0, second: 0, isLost: false },
      { move: 'resolve', incident: 0, second: 5, isLost: true },
    ];
    await request(app).post('/deliveries/pagerduty').send(webhookOf(log[0]));

    for (let round = 0; round < 3; round += 1) {
      await runner.run({ signal: new AbortController().signal });
      clock += HOUR / 2;
    }
    await inbox.settled();

    expect(
      await knex('deliveries').orderBy('dedupe_key').pluck('dedupe_key'),
    ).toEqual([
      'id:webhook trigger-0-0',
      expect.stringMatching(/^poll:incidents:resolve-0-5:/),
      expect.stringMatching(/^poll:incidents:trigger-0-0:/),
    ]);
    expect(await knex('record_events')).toHaveLength(2);
    expect(await knex('records')).toMatchObject([
      { record_id: 'pagerduty:incident:P0', ended_at: expect.anything() },
    ]);
  });
});
