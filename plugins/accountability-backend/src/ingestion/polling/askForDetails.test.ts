import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ChangeEvent } from 'backstage-plugin-accountability-common';
import { OutsideFault } from 'backstage-plugin-accountability-node';
import { Knex } from 'knex';
import { readOptionalInstant, writeInstant } from '../../database/instants';
import { PollBookmarkRow } from '../../database/tables';
import { clear, migrate } from '../../records/__testUtils__/testDatabase';
import { testKeyOf } from '../__testUtils__/testKeyOf';
import { recordsOnly } from '../__testUtils__/testIntake';
import { applyDeliveries, ReadDelivery } from '../inbox/applyDeliveries';
import { createLedger, ledgerSource } from './__testUtils__/createLedger';
import { PollRunner } from './PollRunner';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const start = Date.parse('2026-11-23T12:00:00Z');
const SECOND = 1000;
const MINUTE = 60 * SECOND;

const merge: ChangeEvent = {
  kind: 'change',
  state: 'merged',
  record: 'test:change:1',
  subject: 'test:a',
  at: start,
};

describe.each(databases.eachSupportedId())('details of merges on %s', id => {
  let knex: Knex;
  let ledger: ReturnType<typeof createLedger>;
  let clock: { now: number };
  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });
  beforeEach(async () => {
    await clear(knex);
    await knex('poll_bookmarks').delete();
    ledger = createLedger();
    clock = { now: start };
    await poll();
    ledger.asked.length = 0;
  });

  const detailing = () => ({
    ...ledger.poller,
    streams: ledger.poller.streams.map(stream => ({
      ...stream,
      detailsMerges: true,
    })),
    settings: { ...ledger.poller.settings, overlapMs: 60 * MINUTE },
  });

  async function poll(onlyAsked = false) {
    const runner = PollRunner.create({
      knex,
      pollers: [detailing()],
      sources: [ledgerSource],
      subjectsOf: async () => ['test:a'],
      store: async () => [],
      keyOf: testKeyOf,
      logger: mockServices.logger.mock(),
      now: () => clock.now,
    });
    await runner.run({ signal: new AbortController().signal, onlyAsked });
  }

  async function tell(
    event: Partial<ChangeEvent> = {},
    delivery: Partial<ReadDelivery> = {},
  ) {
    const read: ReadDelivery = {
      id: `d${clock.now}`,
      source: 'test',
      receivedAt: clock.now,
      collected: { status: 'accepted', events: [{ ...merge, ...event }] },
      ...delivery,
    };
    await knex('inbox').insert({
      id: read.id,
      source: read.source,
      events: 1,
      due_at: writeInstant(clock.now),
      attempts: 0,
    });
    await applyDeliveries(
      { database: knex, sinks: recordsOnly, pollers: [detailing()] },
      [read],
    );
  }

  const bookmark = async (): Promise<PollBookmarkRow> => {
    const [row] = await knex<PollBookmarkRow>('poll_bookmarks');
    return row;
  };
  const askedAt = async () => readOptionalInstant((await bookmark()).asked_at);

  it('are asked for five seconds after a webhook told of one', async () => {
    await tell();

    expect(await askedAt()).toBe(start + 5 * SECOND);
    await poll(true);
    expect(ledger.asked).toHaveLength(0);
    clock.now += 5 * SECOND;
    await poll(true);
    expect(ledger.asked).toHaveLength(1);
    expect(await askedAt()).toBeUndefined();
  });

  it.each<{
    given: string;
    event?: Parameters<typeof tell>[0];
    delivery?: Parameters<typeof tell>[1];
  }>([
    { given: 'was fetched itself', delivery: { polled: true } },
    { given: 'says who read it', event: { reviews: [] } },
    { given: 'is a push', event: { origin: 'push' } },
    { given: 'is not merged', event: { state: 'opened' } },
    { given: 'is of another source', delivery: { source: 'other' } },
    { given: 'is of nothing polled', event: { subject: 'test:b' } },
  ])('are not asked for where it $given', async ({ event, delivery }) => {
    await tell(event, delivery);

    expect(await askedAt()).toBeUndefined();
  });

  it('of several merges come with one pass', async () => {
    await tell();
    clock.now += 2 * SECOND;
    await tell({ record: 'test:change:2' });

    expect(await askedAt()).toBe(start + 5 * SECOND);
    clock.now += 3 * SECOND;
    await poll(true);
    await poll(true);
    expect(ledger.asked).toHaveLength(1);
  });

  it('are asked for again where another is told of while a pass goes on', async () => {
    await tell();
    clock.now += 6 * SECOND;
    ledger.hooks.before = async () => {
      ledger.hooks.before = async () => {};
      await tell({ record: 'test:change:2' });
    };
    await poll(true);

    expect(await askedAt()).toBe(clock.now + 5 * SECOND);
  });

  it('need a look back of two minutes, and the times of the stream stay', async () => {
    const { next_at: before } = await bookmark();
    await tell();
    clock.now += 5 * SECOND;
    await poll(true);

    const { next_at: after, bookmark: upTo } = await bookmark();
    expect(after).toEqual(before);
    expect(ledger.asked[0].from).toBe(
      (readOptionalInstant(upTo) ?? 0) - 2 * MINUTE,
    );
  });

  it.each([
    { given: 'fails', fault: new OutsideFault('unreachable', 'It is down') },
    {
      given: 'is over its quota',
      fault: new OutsideFault('limited', 'Used up', {
        until: start + 30 * MINUTE,
      }),
    },
  ])('wait for the stream where it $given', async ({ fault }) => {
    ledger.hooks.trouble = () => fault;
    await tell();
    clock.now += 5 * SECOND;
    await poll(true);
    expect(await askedAt()).toBeUndefined();

    await tell({ record: 'test:change:2' });

    expect(await askedAt()).toBeUndefined();
  });

  it('do not bring forward what is due by its own time', async () => {
    clock.now += 2 * MINUTE;

    await poll(true);

    expect(ledger.asked).toHaveLength(0);
  });
});
