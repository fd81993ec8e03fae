import { TestDatabases } from '@backstage/backend-test-utils';
import {
  ChangeEvent,
  RecordEvent,
} from 'backstage-plugin-accountability-common';
import fc from 'fast-check';
import { Knex } from 'knex';
import { readInstant } from '../../database/instants';
import { ChangeTopicRow } from '../../database/tables';
import { clear, countStatements, migrate } from '../__testUtils__/testDatabase';
import { anyEvent } from '../__testUtils__/testEvents';
import { parseStoredRecord } from '../parseStored';
import { pruneRecords } from '../pruneRecords';
import { replaceDeliveryEvents } from '../replaceDeliveryEvents';
import { writeRecordEvents } from '../writeRecordEvents';
import { readSiblings } from './readSiblings';
import { topicsOfChange } from './topicsOfChange';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const at = Date.parse('2026-11-23T12:00:00Z');
const HOUR = 3_600_000;

const merged = (
  subject: string,
  given: Partial<ChangeEvent> = {},
): ChangeEvent => ({
  kind: 'change',
  record: `of-${subject}`,
  subject,
  at,
  state: 'merged',
  topics: ['PAY-1'],
  ...given,
});
const byRules = {
  tools: [],
  commits: 1,
  automation: true,
  suggestions: false,
  none: false,
  signedByTool: false,
  evidence: [],
};

describe.each(databases.eachSupportedId())('siblings on %s', id => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });
  beforeEach(() => clear(knex));

  const write = (events: readonly RecordEvent[], deliveryId = 'd') =>
    knex.transaction(trx =>
      writeRecordEvents(trx, { events, deliveryId, receivedAt: 1 }),
    );
  const replace = (events: readonly RecordEvent[], deliveryId = 'd') =>
    knex.transaction(trx =>
      replaceDeliveryEvents(trx, [{ events, deliveryId, receivedAt: 1 }]),
    );
  const siblingsOf = async (subject: string, span: object = {}) => {
    const asked = { from: at - 90 * 24 * HOUR, to: at + 90 * 24 * HOUR };
    const read = await readSiblings(knex, {
      subjects: [subject],
      ...asked,
      ...span,
    });
    return read.get(subject) ?? [];
  };
  const rows = async () => {
    const stored: ChangeTopicRow[] = await knex('change_topics');
    return stored
      .map(
        row =>
          `${row.record_id} ${row.topic} ${row.subject} ${readInstant(
            row.merged_at,
          )}`,
      )
      .sort();
  };
  const byHand = async () => {
    const texts = await knex('records').pluck<string[]>('record');
    return texts
      .flatMap(text => {
        const record = parseStoredRecord(text);
        return record?.kind === 'change' ? topicsOfChange(record) : [];
      })
      .map(one => `${one.change} ${one.topic} ${one.subject} ${one.at}`)
      .sort();
  };

  it.each([
    { given: 'of the same hour', other: {}, gives: ['of-b'] },
    {
      given: 'of a day before',
      other: { at: at - 24 * HOUR },
      gives: ['of-b'],
    },
    { given: 'of a day after', other: { at: at + 24 * HOUR }, gives: ['of-b'] },
    {
      given: 'of longer than a day before',
      other: { at: at - 24 * HOUR - 1 },
      gives: [],
    },
    {
      given: 'of longer than a day after',
      other: { at: at + 24 * HOUR + 1 },
      gives: [],
    },
    {
      given: 'under one of several topics',
      other: { topics: ['OPS-9', 'PAY-1'] },
      gives: ['of-b'],
    },
    { given: 'under another topic', other: { topics: ['PAY-2'] }, gives: [] },
    { given: 'under none', other: { topics: undefined }, gives: [] },
    { given: 'of the same subject', other: { subject: 'a' }, gives: [] },
    {
      given: 'that is closed',
      other: { state: 'closed' as const },
      gives: [],
    },
    {
      given: 'to another branch',
      other: { defaultBranch: false },
      gives: [],
    },
    {
      given: 'by a bot that follows rules',
      other: { provenance: byRules },
      gives: [],
    },
  ])('of a change: one elsewhere $given gives $gives', async given => {
    await write([merged('a'), merged('b', given.other)]);

    const siblings = await siblingsOf('a');

    expect(siblings.map(({ other }) => other)).toEqual(given.gives);
    expect(siblings.map(one => one.at)).toEqual(
      given.gives.map(() => Math.max(at, given.other.at ?? at)),
    );
  });

  it('are each one, however many topics they share', async () => {
    const topics = ['PAY-1', 'PAY-2', 'PAY-3'];
    await write([merged('a', { topics }), merged('b', { topics })]);

    expect(await siblingsOf('a')).toEqual([
      { change: 'of-a', other: 'of-b', subject: 'b', at },
    ]);
  });

  it('are those of changes merged in the stretch of time, though they themselves were earlier', async () => {
    await write([merged('a'), merged('b', { at: at - HOUR })]);

    expect(await siblingsOf('a', { from: at, to: at })).toHaveLength(1);
    expect(await siblingsOf('a', { from: at + 1, to: at + HOUR })).toEqual([]);
    expect(await siblingsOf('b', { from: at - HOUR, to: at - 1 })).toEqual([]);
  });

  it('are siblings no more once 31 subjects share the topic', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, place) =>
        merged(`s${place}`, { at: at + place * 1000 }),
      );
    await write(many(30));
    const before = await siblingsOf('s0');
    await write(many(33));

    const after = await siblingsOf('s0');

    expect(before).toHaveLength(29);
    expect(before.every(({ until }) => until === undefined)).toBe(true);
    expect(after).toHaveLength(29);
    expect(after.every(({ until }) => until === at + 30_000)).toBe(true);
    expect(await siblingsOf('s32')).toEqual([]);
  });

  it('of a mass update stay where they share another topic', async () => {
    const others = Array.from({ length: 40 }, (_, place) =>
      merged(`s${place}`),
    );
    const topics = ['PAY-1', 'PAY-2'];
    await write([...others, merged('a', { topics }), merged('b', { topics })]);

    expect(await siblingsOf('a')).toEqual([
      { change: 'of-a', other: 'of-b', subject: 'b', at },
    ]);
  });

  it('make the subjects of each other change, when they come and when they go', async () => {
    await write([merged('far', { at: at - 48 * HOUR }), merged('x')], 'x');

    const came = await write([merged('b')]);
    const again = await write([merged('b')], 'e');
    const moved = await replace([merged('b', { subject: 'c' })]);
    const gone = await replace([]);

    expect(came.subjects).toEqual(['b', 'x']);
    expect(again.subjects).toEqual([]);
    expect(moved.subjects).toEqual(['b', 'c', 'x']);
    expect(gone.subjects).toEqual(['c', 'x']);
  });

  it('of a mass update change no other subject any more', async () => {
    const many = Array.from({ length: 31 }, (_, place) => merged(`s${place}`));
    await write(many.slice(0, 30));

    const last = await write(many.slice(30), 'e');
    const more = await write([merged('more')], 'f');

    expect(last.subjects).toHaveLength(31);
    expect(more.subjects).toEqual(['more']);
  });

  it('go with records that are pruned', async () => {
    await write([merged('a'), merged('b'), merged('c', { at: at + HOUR })]);

    await pruneRecords(knex, { before: at + 1 });

    expect(await rows()).toEqual([`of-c PAY-1 c ${at + HOUR}`]);
  });

  it('are found by what records say, in any order, split and told again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyEvent, { minLength: 1, maxLength: 14 }),
        fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
        fc.integer({ min: 1, max: 4 }),
        async (events, keys, size) => {
          await clear(knex);
          const all = [...events, ...events.slice(0, 4)]
            .map((event, index) => ({ event, key: keys[index] }))
            .sort((a, b) => a.key - b.key)
            .map(({ event }) => event);

          for (let start = 0; start < all.length; start += size) {
            await write(all.slice(start, start + size), `d${start}`);
          }

          expect(await rows()).toEqual(await byHand());
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are found by what records say after a delivery was read again', async () => {
    const events = fc.array(anyEvent, { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(events, events, events, async (one, other, anew) => {
        await clear(knex);
        await write(one, 'a');
        await write(other, 'b');

        await replace(anew, 'a');

        expect(await rows()).toEqual(await byHand());
      }),
      { numRuns: 30 },
    );
  });

  it('make each other change, whoever of two writers at once comes second', async () => {
    for (let round = 0; round < 10; round++) {
      await clear(knex);

      const [a, b] = await Promise.all([
        write([merged('a')], 'a'),
        write([merged('b')], 'b'),
      ]);

      expect(new Set([...a.subjects, ...b.subjects])).toEqual(
        new Set(['a', 'b']),
      );
      // The second of the two sees the first.
      expect(a.subjects.length + b.subjects.length).toBe(3);
    }
  });

  it('take as many statements for many as for one', async () => {
    const of = (count: number) =>
      Array.from({ length: count }, (_, place) =>
        merged(`s${place}`, { topics: [`PAY-${place % 7}`] }),
      );
    const one = await countStatements(knex, () => write(of(1)));
    await clear(knex);
    const many = await countStatements(knex, () => write(of(60)));
    const read = (subjects: string[]) =>
      countStatements(knex, () =>
        readSiblings(knex, { subjects, from: at, to: at }),
      );

    expect(many).toBe(one);
    expect(await read(of(60).map(({ subject }) => subject))).toBe(1);
    expect(await read([])).toBe(0);
  });
});
