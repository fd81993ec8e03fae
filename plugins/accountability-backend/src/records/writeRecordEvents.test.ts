import { TestDatabases } from '@backstage/backend-test-utils';
import {
  RecordEvent,
  recordKinds,
} from 'backstage-plugin-accountability-common';
import fc from 'fast-check';
import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { readRecordsById } from './readRecordsById';
import {
  clear,
  countStatements,
  migrate,
  readTables,
} from './__testUtils__/testDatabase';
import { anyEvent, incident } from './__testUtils__/testEvents';
import { writeRecordEvents } from './writeRecordEvents';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('record events on %s', id => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });
  beforeEach(() => clear(knex));

  const write = (events: RecordEvent[], deliveryId = 'd', receivedAt = 1) =>
    knex.transaction(trx =>
      writeRecordEvents(trx, { events, deliveryId, receivedAt }),
    );

  async function tablesOf(work: () => Promise<unknown>) {
    await clear(knex);
    await work();
    return readTables(knex);
  }

  // Else the first writer of a new subject makes all others wait, and nothing is concurrent.
  async function seeSubjectsAndKinds() {
    await knex('subjects').insert(
      ['a', 'b'].map(subject => ({ subject, first_seen_at: writeInstant(1) })),
    );
    await knex('record_kinds').insert(
      recordKinds.map(kind => ({ kind, first_seen_at: writeInstant(1) })),
    );
  }

  it('ends in the same tables for any order, duplication and splitting', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyEvent, { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(), { minLength: 24, maxLength: 24 }),
        fc.integer({ min: 1, max: 4 }),
        async (events, keys, size) => {
          const shuffled = [...events, ...events.slice(0, 4)]
            .map((event, index) => ({ event, key: keys[index] }))
            .sort((a, b) => a.key - b.key)
            .map(({ event }) => event);

          const plain = await tablesOf(() => write(events));
          const other = await tablesOf(async () => {
            for (let start = 0; start < shuffled.length; start += size) {
              await write(shuffled.slice(start, start + size), `d${start}`, 9);
            }
          });

          expect(JSON.stringify(other)).toBe(JSON.stringify(plain));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('ends in the same tables for concurrent writers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyEvent, { minLength: 4, maxLength: 16 }),
        async events => {
          const reversed = [...events].reverse();
          const plain = await tablesOf(() => write(events));
          const other = await tablesOf(async () => {
            await seeSubjectsAndKinds();
            return Promise.all([
              write(events.slice(0, 6), 'a'),
              write(events.slice(3), 'b'),
              write(reversed.slice(0, 8), 'c'),
              write(reversed, 'd'),
            ]);
          });

          expect(JSON.stringify(other)).toBe(JSON.stringify(plain));
        },
      ),
      { numRuns: id === 'SQLITE_3' ? 5 : 20 },
    );
  });

  it('moves a record whose subject changed and names both subjects', async () => {
    await write([incident({ subject: 'a', at: 1000, state: 'triggered' })]);

    const { subjects } = await write([
      incident({ subject: 'b', at: 2000, state: 'updated' }),
    ]);

    expect(subjects).toEqual(['a', 'b']);
    expect(await knex('records').select('subject')).toEqual([{ subject: 'b' }]);
    expect(await readRecordsById(knex, { ids: ['incident:1'] })).toMatchObject([
      { subject: 'b', startedAt: 1000 },
    ]);
  });

  describe('a finding of a series of reports', () => {
    const finding = (given: { at: number; record?: string; state?: 'open' }) =>
      ({
        kind: 'finding',
        record: 'finding:1',
        subject: 'a',
        state: 'open',
        series: 's',
        ...given,
      } as const);
    const report = (
      at: number,
      given: { series?: string; subject?: string; record?: string } = {},
    ) =>
      ({
        kind: 'report',
        record: `report:${at}`,
        subject: 'a',
        state: 'uploaded',
        format: 'sarif',
        series: 's',
        at,
        ...given,
      } as const);
    const found = async () =>
      (await readRecordsById(knex, { ids: ['finding:1'] }))[0];

    it.each([
      {
        given: 'the only report names it',
        events: [report(1000), finding({ at: 1000 })],
        gives: { state: 'open', startedAt: 1000 },
      },
      {
        given: 'the second report does not name it',
        events: [
          report(1000),
          finding({ at: 1000 }),
          report(2000),
          report(3000),
        ],
        gives: { state: 'fixed', startedAt: 1000, endedAt: 2000 },
      },
      {
        given: 'a third report names it again',
        events: [
          report(1000),
          finding({ at: 1000 }),
          report(2000),
          report(3000),
          finding({ at: 3000 }),
        ],
        gives: { state: 'open', startedAt: 1000 },
      },
      {
        given: 'a report of another series does not name it',
        events: [finding({ at: 1000 }), report(2000, { series: 't' })],
        gives: { state: 'open' },
      },
      {
        given: 'a report of another subject does not name it',
        events: [finding({ at: 1000 }), report(2000, { subject: 'b' })],
        gives: { state: 'open' },
      },
      {
        given: 'a later report has its own id, and so is no report',
        events: [finding({ at: 1000 }), report(2000, { record: 'finding:1' })],
        gives: { state: 'open' },
      },
    ])('is $gives.state where $given', async ({ events, gives }) => {
      await write([...events]);
      const together = await found();
      await clear(knex);
      for (const event of [...events].reverse()) await write([event]);

      expect(together).toMatchObject(gives);
      expect(await found()).toEqual(together);
    });
  });

  it('names no subject for events it knows', async () => {
    const events = [incident({ at: 1000, state: 'triggered' })];
    await write(events);

    expect(await write(events, 'again')).toEqual({ subjects: [] });
    expect(await knex('record_events').select('delivery_id')).toEqual([
      { delivery_id: 'd' },
    ]);
  });

  it('folds around a stored event that cannot be read', async () => {
    await write([
      incident({ at: 1000, state: 'triggered' }),
      incident({ record: 'incident:2', at: 1000, state: 'triggered' }),
    ]);
    await knex('record_events')
      .where({ record_id: 'incident:1' })
      .update({ event: '{"kind":' });

    await write([
      incident({ at: 3000, state: 'resolved' }),
      incident({ record: 'incident:2', at: 3000, state: 'resolved' }),
    ]);

    expect(
      await readRecordsById(knex, { ids: ['incident:1', 'incident:2'] }),
    ).toMatchObject([
      { startedAt: 3000, endedAt: 3000 },
      { startedAt: 1000, endedAt: 3000 },
    ]);
  });

  it('takes as many statements for 400 events as for one', async () => {
    const of = (count: number) =>
      Array.from({ length: count }, (_, n) =>
        incident({
          record: `incident:${count}:${n}`,
          subject: `s${n}`,
          at: n,
          state: 'triggered',
        }),
      );

    const one = await countStatements(knex, () => write(of(1)));
    const many = await countStatements(knex, () => write(of(400)));
    const more = await countStatements(knex, () => write(of(2000)));

    expect(many).toBe(one);
    expect(more).toBeLessThanOrEqual(one * 4);
  });

  it('keeps what came before when the transaction is undone', async () => {
    await write([incident({ at: 1000, state: 'triggered' })]);
    const before = await readTables(knex);

    await expect(
      knex.transaction(async trx => {
        await writeRecordEvents(trx, {
          events: [incident({ at: 2000, state: 'resolved' })],
          deliveryId: 'd2',
          receivedAt: 2,
        });
        throw new Error('crash');
      }),
    ).rejects.toThrow('crash');

    expect(await readTables(knex)).toEqual(before);
  });
});
