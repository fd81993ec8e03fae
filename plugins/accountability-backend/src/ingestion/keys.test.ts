import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ChangeEvent } from 'backstage-plugin-accountability-common';
import { DeliverySource } from 'backstage-plugin-accountability-node';
import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { Knex } from 'knex';
import { createKeyOf } from '../database/createKeyOf';
import { readInstallSecret } from '../database/readInstallSecret';
import { clear, migrate } from '../records/__testUtils__/testDatabase';
import { recordsOnly, testIntake } from './__testUtils__/testIntake';
import { testKeyOf } from './__testUtils__/testKeyOf';
import { subscribeSources } from './bus/subscribeSources';
import { SourceTally } from './health/SourceTally';
import { Inbox } from './inbox/Inbox';
import { storeDeliveries } from './inbox/storeDeliveries';
import { toDelivery } from './polling/toDelivery';
import { readDelivery } from './readDelivery';
import { Replayer } from './replay/Replayer';
import { requestReplay } from './replay/requestReplay';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const at = Date.parse('2026-11-23T12:00:00Z');
const names = ['octocat', 'cyd@acme', 'ben', 'dov'];

const change: ChangeEvent = {
  kind: 'change',
  record: 'test:change:1',
  subject: 'test:a',
  at,
  state: 'merged',
  author: 'github:Octocat',
  sponsor: 'email:cyd@acme.example',
  paths: ['src/x.ts'],
  review: { id: 'r', by: 'github:ben', verdict: 'approve' },
  reviews: [{ by: 'github:dov', verdict: 'approve', at }],
};

/** Whatever it is sent, it tells of one change. */
const source: DeliverySource = {
  id: 'test',
  authentication: 'signature',
  maxBodyBytes: 1000,
  keepHeaders: [],
  verify: () => ({ ok: true }),
  identify: () => undefined,
  topics: ['test'],
  headersOf: () => ({}),
  collect: () => ({ status: 'accepted', events: [change] }),
};

const given = incoming({ body: '{}', receivedAt: at });

describe('keys of contributors', () => {
  const keyOf = createKeyOf('a secret of sixteen');

  it('are the same for one name in any case', () => {
    expect(keyOf('github:Octocat')).toBe(keyOf('github:octocat'));
  });

  it('tell nothing of the name', () => {
    expect(keyOf('github:octocat')).toMatch(/^c_[0-9a-f]{32}$/);
  });

  it('are others for other names and other secrets', () => {
    const keys = [
      keyOf('github:octocat'),
      keyOf('gitlab:octocat'),
      createKeyOf('another of sixteen')('github:octocat'),
    ];

    expect(new Set(keys).size).toBe(3);
  });
});

describe.each(databases.eachSupportedId())('names on %s', id => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });
  beforeEach(() => clear(knex));

  /** Everything that tables hold, as one text. */
  async function allRows(): Promise<string> {
    const tables = ['deliveries', 'inbox', 'record_events', 'records'];
    const rows = await Promise.all(
      [...tables, 'record_heads', 'authorship_days'].map(name => knex(name)),
    );
    return JSON.stringify(rows).toLowerCase();
  }
  /** Names that any row holds, and whom the record names. */
  const kept = async () => {
    const text = await allRows();
    const [record] = await knex('records').pluck('record');
    const { author, sponsor, reviews } = JSON.parse(record);
    return {
      names: names.filter(name => text.includes(name)),
      keys: [author, sponsor, reviews[0].by],
    };
  };
  const keysAlone = {
    names: [],
    keys: ['github:octocat', 'email:cyd@acme.example', 'github:dov'].map(
      testKeyOf,
    ),
  };

  it('are in no row after a webhook', async () => {
    const { inbox } = testIntake(knex, [source]);

    await inbox.take(readDelivery(source, given, testKeyOf));
    await inbox.settled();

    expect(await kept()).toEqual(keysAlone);
  });

  it('are in no row after an event of the bus', async () => {
    const { inbox } = testIntake(knex, [source]);
    const events = mockServices.events.mock();
    const logger = mockServices.logger.mock();
    const keyOf = testKeyOf;
    await subscribeSources({ events, sources: [source], inbox, keyOf, logger });

    const [{ onEvent }] = events.subscribe.mock.calls[0];
    await onEvent({ topic: 'test', eventPayload: {} });
    await inbox.settled();

    expect(await kept()).toEqual(keysAlone);
  });

  it('are in no row after polling', async () => {
    const { inbox } = testIntake(knex, [source]);

    const delivery = toDelivery({
      source,
      stream: 's',
      polled: { key: 'k', headers: {}, payload: {} },
      receivedAt: at,
      keyOf: testKeyOf,
    });
    await inbox.takeAll([delivery]);
    await inbox.settled();

    expect(await kept()).toEqual(keysAlone);
  });

  it('are in no row after the inbox was taken over', async () => {
    await storeDeliveries(knex, [readDelivery(source, given, testKeyOf)]);
    const inbox = Inbox.create({
      database: knex,
      sources: [source],
      sinks: recordsOnly,
      keyOf: testKeyOf,
      tally: new SourceTally(),
      logger: mockServices.logger.mock(),
      onApplied: () => {},
      now: () => at + 60_000,
    });

    await inbox.recover();

    expect(await kept()).toEqual(keysAlone);
  });

  it('are in no row after a replay', async () => {
    const before: DeliverySource = {
      ...source,
      collect: () => ({ status: 'accepted', events: [] }),
    };
    const { inbox } = testIntake(knex, [before]);
    await inbox.take(readDelivery(before, given, testKeyOf));
    const replayer = Replayer.create({
      database: knex,
      sources: [source],
      sinks: recordsOnly,
      keyOf: testKeyOf,
      logger: mockServices.logger.mock(),
      onApplied: () => {},
    });

    const until = at + 1000;
    await requestReplay(knex, {
      source: 'test',
      from: at,
      to: until,
      now: until,
    });
    await replayer.run();

    expect(await kept()).toEqual(keysAlone);
  });

  it('become keys under one secret, whichever replica makes it', async () => {
    await knex('install_secrets').delete();

    const secrets = await Promise.all(
      [1, 2, 3].map(() => readInstallSecret(knex, 'contributors')),
    );

    expect(new Set(secrets).size).toBe(1);
    expect(secrets[0]).toHaveLength(64);
    expect(await readInstallSecret(knex, 'contributors')).toBe(secrets[0]);
  });
});
