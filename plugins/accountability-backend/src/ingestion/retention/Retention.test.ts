import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { RecordEvent } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { writeRecordEvents } from '../../records';
import { clear, migrate } from '../../records/__testUtils__/testDatabase';
import { Retention, RetentionSettings } from './Retention';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const DAY = 24 * 60 * 60 * 1000;
const now = Date.parse('2026-11-23T12:00:00Z');

describe.each(databases.eachSupportedId())('retention on %s', id => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });
  beforeEach(() => clear(knex));

  const prune = (settings: Partial<RetentionSettings>, at = now) =>
    Retention.create({
      database: knex,
      settings: { bodies: 30 * DAY, contributors: 180 * DAY, ...settings },
      logger: mockServices.logger.mock(),
    }).run({ now: at });

  const deliver = (...ages: number[]) =>
    knex.batchInsert(
      'deliveries',
      ages.map((age, index) => ({
        source: 's',
        id: `${age} ${index}`,
        dedupe_key: `${age} ${index}`,
        received_at: writeInstant(now - age * DAY),
        headers: '{}',
        body: Buffer.from('{}'),
        verdict: 'accepted',
        events: 0,
      })),
      100,
    );
  const bodies = async () =>
    (await knex('deliveries').orderBy('received_at')).map(({ body }) =>
      body === null ? 'none' : 'kept',
    );

  const tell = (...events: RecordEvent[]) =>
    knex.transaction(trx =>
      writeRecordEvents(trx, { events, deliveryId: 'd', receivedAt: now }),
    );
  const ended = (record: string, age: number): RecordEvent => ({
    kind: 'deployment',
    record,
    subject: 'a',
    at: now - age * DAY,
    state: 'finished',
  });
  const begun = (
    kind: 'incident' | 'build',
    record: string,
    age: number,
  ): RecordEvent =>
    kind === 'incident'
      ? { kind, record, subject: 'a', at: now - age * DAY, state: 'triggered' }
      : { kind, record, subject: 'a', at: now - age * DAY, state: 'executing' };

  it('drops bodies after their time and keeps the rows', async () => {
    await deliver(31, 31, 29);

    await prune({});

    expect(await bodies()).toEqual(['none', 'none', 'kept']);
  });

  it('drops more bodies than one batch holds, all of one instant', async () => {
    await deliver(...Array(1200).fill(31), 29);

    await prune({});

    const kept = (await bodies()).filter(body => body === 'kept');
    expect(kept).toHaveLength(1);
  });

  it('goes on where it was the time before', async () => {
    await deliver(31, 29);
    await prune({});

    await prune({}, now + 2 * DAY);

    expect(await bodies()).toEqual(['none', 'none']);
  });

  it('deletes deliveries after their time, but for what waits in the inbox', async () => {
    await deliver(100, 101, 50);
    await knex('inbox').insert({
      id: '101 1',
      source: 's',
      events: 1,
      due_at: writeInstant(now),
      attempts: 3,
      trouble: 'x',
    });

    await prune({ deliveries: 90 * DAY });

    expect(await knex('deliveries').orderBy('id').pluck('id')).toEqual([
      '101 1',
      '50 2',
    ]);
  });

  it('deletes records that ended before their time, with all that was said of them', async () => {
    await tell(
      ended('old', 401),
      ended('young', 399),
      begun('incident', 'still open', 401),
      begun('build', 'given up', 401),
    );

    await prune({ records: 400 * DAY });

    const left = ['still open', 'young'];
    for (const table of ['records', 'record_events', 'record_heads']) {
      expect(await knex(table).orderBy('record_id').pluck('record_id')).toEqual(
        left,
      );
    }
  });

  it('keeps records for good where nothing is configured', async () => {
    await tell(ended('old', 4000));

    await prune({});

    expect(await knex('records').pluck('record_id')).toEqual(['old']);
  });
});
