import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  DeliverySource,
  IncomingDelivery,
} from 'backstage-plugin-accountability-node';
import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { Knex } from 'knex';
import { clear, migrate } from '../../records/__testUtils__/testDatabase';
import { recordsOnly } from '../__testUtils__/testIntake';
import { testKeyOf } from '../__testUtils__/testKeyOf';
import { SourceTally } from '../health/SourceTally';
import { readDelivery } from '../readDelivery';
import { DeliverySinks } from '../VerifiedDelivery';
import { Inbox } from './Inbox';
import { storeDeliveries } from './storeDeliveries';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const start = Date.parse('2026-11-23T12:00:00Z');
const SECOND = 1000;

/** A source whose bodies name the record of one alert. */
const source: DeliverySource = {
  id: 'test',
  authentication: 'service',
  maxBodyBytes: 1000,
  keepHeaders: [],
  verify: () => ({ ok: true }),
  identify: ({ body }) => body.toString(),
  collect: ({ body }: IncomingDelivery) => ({
    status: 'accepted',
    events: [
      {
        kind: 'alert',
        record: body.toString(),
        subject: 'a',
        at: start,
        state: 'firing',
      },
    ],
  }),
};

const delivery = (name: string) =>
  readDelivery(source, incoming({ body: name, receivedAt: start }), testKeyOf);

describe.each(databases.eachSupportedId())('the inbox on %s', id => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });
  beforeEach(() => clear(knex));

  function replica(
    given: { sinks?: Partial<DeliverySinks>; sources?: DeliverySource[] } = {},
  ) {
    const clock = { now: start };
    const inbox = Inbox.create({
      database: knex,
      sources: given.sources ?? [source],
      sinks: { ...recordsOnly, ...given.sinks },
      keyOf: testKeyOf,
      logger: mockServices.logger.mock(),
      tally: new SourceTally(),
      onApplied: () => {},
      now: () => clock.now,
    });
    return { inbox, clock };
  }

  const waiting = () => knex('inbox').orderBy('id');
  const records = () => knex('records').orderBy('record_id').pluck('record_id');

  it('is empty once what came is in the records', async () => {
    const { inbox } = replica();

    await Promise.all(['x', 'y', 'z'].map(name => inbox.take(delivery(name))));
    await inbox.settled();

    expect(await records()).toEqual(['x', 'y', 'z']);
    expect(await waiting()).toEqual([]);
  });

  it('keeps what a crash left for any replica, and only after a grace', async () => {
    // Stored and not applied: just what a crash after the commit leaves.
    await storeDeliveries(knex, [delivery('x')]);
    const { inbox, clock } = replica();

    const early = await inbox.recover();
    clock.now = start + 11 * SECOND;
    const late = await inbox.recover();

    expect([early, late]).toEqual([0, 1]);
    expect(await records()).toEqual(['x']);
    expect(await waiting()).toEqual([]);
  });

  it('tries again later what cannot be applied, and lets the others through', async () => {
    let broken = true;
    const { inbox, clock } = replica({
      sinks: {
        writeRecordEvents: async (trx, parts) => {
          const bad = parts.some(({ events }) => events[0].record === 'bad');
          if (bad && broken) throw new Error('A row is broken');
          return recordsOnly.writeRecordEvents(trx, parts);
        },
      },
    });
    await Promise.all(
      ['x', 'bad', 'z'].map(name => inbox.take(delivery(name))),
    );
    await inbox.settled();

    const first = await waiting();
    clock.now = start + 30 * SECOND;
    await inbox.recover();
    const second = await waiting();
    broken = false;
    clock.now = start + 120 * SECOND;
    await inbox.recover();

    expect(first).toMatchObject([{ attempts: 1, trouble: 'A row is broken' }]);
    expect(second).toMatchObject([{ attempts: 2 }]);
    expect(await records()).toEqual(['bad', 'x', 'z']);
    expect(await waiting()).toEqual([]);
  });

  it('leaves what a source that is off once took, and says so', async () => {
    await storeDeliveries(knex, [delivery('x')]);
    const { inbox, clock } = replica({ sources: [] });
    clock.now = start + 11 * SECOND;

    await inbox.recover();

    expect(await waiting()).toMatchObject([
      { trouble: expect.stringContaining('The source test is off') },
    ]);
  });

  it('applies a delivery once where two replicas take it over at once', async () => {
    let written = 0;
    const counting = {
      writeRecordEvents: async (
        ...given: Parameters<DeliverySinks['writeRecordEvents']>
      ) => {
        written += given[1].length;
        return recordsOnly.writeRecordEvents(...given);
      },
    };
    const both = [replica({ sinks: counting }), replica({ sinks: counting })];
    await storeDeliveries(knex, ['x', 'y', 'z'].map(delivery));
    both.forEach(({ clock }) => {
      clock.now = start + 11 * SECOND;
    });

    await Promise.all(both.map(({ inbox }) => inbox.recover()));

    expect(written).toBe(3);
    expect(await waiting()).toEqual([]);
  });
});
