import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { RecordEvent } from 'backstage-plugin-accountability-common';
import {
  Collected,
  DeliverySource,
} from 'backstage-plugin-accountability-node';
import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { Knex } from 'knex';
import {
  clear,
  migrate,
  readTables,
} from '../../records/__testUtils__/testDatabase';
import { recordsOnly } from '../__testUtils__/testIntake';
import { testKeyOf } from '../__testUtils__/testKeyOf';
import { SourceTally } from '../health/SourceTally';
import { Inbox } from '../inbox/Inbox';
import { readDelivery } from '../readDelivery';
import { cancelReplay } from './cancelReplay';
import { readReplay, readReplays } from './readReplays';
import { Replayer } from './Replayer';
import { requestReplay } from './requestReplay';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const start = Date.parse('2026-11-23T12:00:00Z');
const HOUR = 3_600_000;

type Read = (text: string) => Collected;

/** A source whose collector reads a delivery's text in its own way. */
const sourceOf = (read: Read): DeliverySource => ({
  id: 'test',
  authentication: 'service',
  maxBodyBytes: 1000,
  keepHeaders: [],
  verify: () => ({ ok: true }),
  identify: () => undefined,
  collect: ({ body }) => read(body.toString()),
});

const says = (record: string, title: string): RecordEvent => ({
  kind: 'alert',
  record,
  subject: 'a',
  at: start,
  state: 'firing',
  title,
});
const accepted = (...events: RecordEvent[]): Collected => ({
  status: 'accepted',
  events,
});
const yesterday: Read = text =>
  text === 'new type'
    ? { status: 'unsupported', because: 'No collector reads it yet' }
    : accepted(says(text, 'wrong'));
const today: Read = text => accepted(says(text, 'right'));

describe.each(databases.eachSupportedId())('a replay on %s', id => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });
  beforeEach(async () => {
    await clear(knex);
    await knex('replays').delete();
  });

  /** Delivers texts an hour apart from `start` on, read by a collector. */
  async function deliver(read: Read, texts: string[], from = start) {
    const source = sourceOf(read);
    const inbox = Inbox.create({
      database: knex,
      sources: [source],
      sinks: recordsOnly,
      keyOf: testKeyOf,
      tally: new SourceTally(),
      logger: mockServices.logger.mock(),
      onApplied: () => {},
    });
    for (const [index, body] of texts.entries()) {
      const receivedAt = from + index * HOUR;
      const given = incoming({ body, receivedAt });
      await inbox.take(readDelivery(source, given, testKeyOf));
    }
    await inbox.settled();
  }

  function replayer(read: Read | undefined) {
    const clock = { now: start + 100 * HOUR };
    const due: string[][] = [];
    const worker = Replayer.create({
      database: knex,
      sources: read ? [sourceOf(read)] : [],
      sinks: {
        ...recordsOnly,
        markSubjectsDue: async (_, { subjects }) => due.push(subjects),
      },
      keyOf: testKeyOf,
      logger: mockServices.logger.mock(),
      onApplied: () => {},
      now: () => clock.now,
    });
    return { worker, clock, due };
  }

  const ask = (given: { from?: number; to?: number } = {}) =>
    requestReplay(knex, {
      source: 'test',
      from: start,
      to: start + 50 * HOUR,
      now: start + 100 * HOUR,
      ...given,
    });
  const titles = async () =>
    (await knex('records').orderBy('record_id').pluck('record')).map(
      text => JSON.parse(text).title,
    );

  it('ends in the tables that today’s collectors would have made at once', async () => {
    const texts = ['x', 'y', 'new type', 'z'];
    await deliver(today, texts);
    const wanted = await readTables(knex);
    await clear(knex);
    await deliver(yesterday, texts);
    const { worker, due } = replayer(today);

    const replay = await ask();
    await worker.run();

    expect(await readTables(knex)).toEqual(wanted);
    expect(await readReplay(knex, replay)).toMatchObject({
      status: 'done',
      total: 4,
      read: 4,
      changed: 4,
      eventsAdded: 4,
      eventsRemoved: 3,
      endedAt: start + 100 * HOUR,
    });
    expect(due).toEqual([['a']]);
    expect(
      await knex('deliveries').distinct('verdict', 'because', 'events'),
    ).toEqual([{ verdict: 'accepted', because: null, events: 1 }]);
  });

  it('changes nothing the second time', async () => {
    await deliver(yesterday, ['x', 'y']);
    const { worker, due } = replayer(today);
    await ask();
    await worker.run();
    const before = await readTables(knex);

    const again = await ask();
    await worker.run();

    expect(await readTables(knex)).toEqual(before);
    expect(await readReplay(knex, again)).toMatchObject({
      status: 'done',
      read: 2,
      changed: 0,
    });
    expect(due).toHaveLength(1);
  });

  it('takes away a record that nothing tells of any more', async () => {
    await deliver(yesterday, ['x', 'y']);
    const { worker } = replayer(text =>
      text === 'x' ? { status: 'ignored', because: 'A test' } : today(text),
    );

    await ask();
    await worker.run();

    expect(await knex('records').pluck('record_id')).toEqual(['y']);
    expect(await knex('record_heads').pluck('record_id')).toEqual(['y']);
  });

  it('leaves an event alone that another delivery told first', async () => {
    const both: Read = () => accepted(says('shared', 'right'));
    await deliver(both, ['x', 'y']);
    const { worker } = replayer(text =>
      text === 'y' ? { status: 'ignored', because: 'A test' } : both(text),
    );

    await ask({ from: start + HOUR });
    await worker.run();

    expect(await titles()).toEqual(['right']);
  });

  it('reads the deliveries of its stretch of time and no others', async () => {
    await deliver(yesterday, ['a', 'b', 'c', 'd']);
    const { worker } = replayer(today);

    await ask({ from: start + HOUR, to: start + 3 * HOUR });
    await worker.run();

    expect(await titles()).toEqual(['wrong', 'right', 'right', 'wrong']);
  });

  it('leaves deliveries whose body is gone', async () => {
    await deliver(yesterday, ['x', 'y']);
    await knex('deliveries')
      .where({ received_at: new Date(start) })
      .update({ body: null });
    const { worker } = replayer(today);

    const replay = await ask();
    await worker.run();

    expect(replay.total).toBe(1);
    expect(await titles()).toEqual(['wrong', 'right']);
  });

  it('goes on on another replica where one stopped', async () => {
    const texts = Array.from({ length: 150 }, (_, n) => `t${n}`);
    await deliver(yesterday, texts, start);
    const stop = new AbortController();
    const first = replayer(text => {
      stop.abort();
      return today(text);
    });
    const replay = await ask({ to: start + 1000 * HOUR });

    await first.worker.run({ signal: stop.signal });
    const halfWay = await readReplay(knex, replay);
    await replayer(today).worker.run();

    expect(halfWay).toMatchObject({ status: 'running', read: 100 });
    expect(await readReplay(knex, replay)).toMatchObject({
      status: 'done',
      read: 150,
      changed: 150,
    });
    expect(new Set(await titles())).toEqual(new Set(['right']));
  });

  it('stops where it is cancelled and keeps what it did', async () => {
    await deliver(yesterday, ['x']);
    const replay = await ask();

    await cancelReplay(knex, { id: replay.id, now: start });
    await replayer(today).worker.run();

    expect(await titles()).toEqual(['wrong']);
    expect(await readReplays(knex, { limit: 5 })).toMatchObject([
      { status: 'cancelled', read: 0 },
    ]);
  });

  it('fails with a sentence where the source is off', async () => {
    await deliver(yesterday, ['x']);
    const replay = await ask();

    await replayer(undefined).worker.run();

    expect(await readReplay(knex, replay)).toMatchObject({
      status: 'failed',
      trouble: expect.stringContaining('The source test is off'),
    });
  });
});
