import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { DeliverySource } from 'backstage-plugin-accountability-node';
import { clear, migrate } from '../../records/__testUtils__/testDatabase';
import { testIntake } from '../__testUtils__/testIntake';
import { testKeyOf } from '../__testUtils__/testKeyOf';
import { Inbox } from '../inbox/Inbox';
import { subscribeSources } from './subscribeSources';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

/** A source that reads the name of an alert out of events of its topic. */
const source: DeliverySource = {
  id: 'test',
  authentication: 'signature',
  maxBodyBytes: 1000,
  keepHeaders: ['x-type'],
  verify: () => ({ ok: false, because: 'Nobody signs on the bus' }),
  identify: () => undefined,
  topics: ['test.alert'],
  headersOf: ({ topic, metadata }) =>
    metadata?.['x-type'] === 'none' ? undefined : { 'x-type': topic },
  collect: ({ body }) => ({
    status: 'accepted',
    events: [
      {
        kind: 'alert',
        record: JSON.parse(body.toString()).name,
        subject: 'a',
        at: 1,
        state: 'firing',
      },
    ],
  }),
};

describe.each(databases.eachSupportedId())('events of the bus on %s', id => {
  async function setUp(inbox?: Pick<Inbox, 'take'>) {
    const knex = await databases.init(id);
    await migrate(knex);
    await clear(knex);
    const intake = testIntake(knex, [source]);
    const events = mockServices.events.mock();
    const logger = mockServices.logger.mock();
    await subscribeSources({
      events,
      sources: [source, { ...source, id: 'other', topics: undefined }],
      inbox: inbox ?? intake.inbox,
      keyOf: testKeyOf,
      logger,
      waitsMs: [1, 1],
    });
    const [subscription] = events.subscribe.mock.calls[0];
    const publish = (name: string, metadata = {}) =>
      subscription.onEvent({
        topic: 'test.alert',
        eventPayload: { name },
        metadata,
      });
    return { knex, publish, subscription, events, logger, ...intake };
  }

  it('are taken into the inbox and reach the records', async () => {
    const { knex, publish, inbox, events, subscription } = await setUp();

    await publish('x');
    await publish('x');
    await inbox.settled();

    expect(events.subscribe).toHaveBeenCalledTimes(1);
    expect(subscription.topics).toEqual(['test.alert']);
    expect(await knex('records').pluck('record_id')).toEqual(['x']);
    expect(await knex('deliveries').select('source', 'headers')).toEqual([
      { source: 'test', headers: '{"x-type":"test.alert"}' },
    ]);
  });

  it('are left out with a word where they name no type', async () => {
    const { knex, publish, logger } = await setUp();

    await publish('x', { 'x-type': 'none' });

    expect(await knex('deliveries')).toEqual([]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('wait for a database that is away for a moment', async () => {
    let failures = 2;
    const take = jest.fn(async () => {
      failures -= 1;
      if (failures >= 0) throw new Error('The database is away');
      const verdict = { status: 'accepted' as const };
      return { id: '', verdict, events: 1, duplicate: false, refused: [] };
    });
    const { publish } = await setUp({ take });

    await publish('x');
    failures = 99;

    expect(take).toHaveBeenCalledTimes(3);
    await expect(publish('y')).rejects.toThrow('The database is away');
  });
});
