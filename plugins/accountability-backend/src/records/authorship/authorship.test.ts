import { TestDatabases } from '@backstage/backend-test-utils';
import {
  ChangeEvent,
  RecordEvent,
} from 'backstage-plugin-accountability-common';
import fc from 'fast-check';
import { Knex } from 'knex';
import { AuthorshipDayRow } from '../../database/tables';
import { clear, migrate } from '../__testUtils__/testDatabase';
import { anyEvent } from '../__testUtils__/testEvents';
import { DeliveredEvents } from '../insertEvents';
import { parseStoredRecord } from '../parseStored';
import { replaceDeliveryEvents } from '../replaceDeliveryEvents';
import { writeRecordEvents } from '../writeRecordEvents';
import { pruneAuthorship } from './pruneAuthorship';
import { readAuthorship } from './readAuthorship';
import { sumByHand } from './__testUtils__/sumByHand';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const at = Date.parse('2026-11-23T12:00:00Z');

const merged = (given: Partial<ChangeEvent> = {}): ChangeEvent => ({
  kind: 'change',
  record: 'change:1',
  subject: 'a',
  at,
  state: 'merged',
  author: 'ada',
  paths: ['src/api/x.ts'],
  ...given,
});
const approve = { by: 'ben', verdict: 'approve', at: at - 1000 } as const;

describe.each(databases.eachSupportedId())('authorship on %s', id => {
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
  const replace = (...parts: Omit<DeliveredEvents, 'receivedAt'>[]) =>
    knex.transaction(trx =>
      replaceDeliveryEvents(
        trx,
        parts.map(part => ({ ...part, receivedAt: 1 })),
      ),
    );
  const sums = (): Promise<AuthorshipDayRow[]> => knex('authorship_days');
  const sorted = (rows: readonly AuthorshipDayRow[]) =>
    rows.map(row => JSON.stringify(Object.entries(row).sort())).sort();
  const byHand = async () => {
    const texts = await knex('records').pluck<string[]>('record');
    return sumByHand(texts.flatMap(text => parseStoredRecord(text) ?? []));
  };
  const told = async () =>
    (await sums()).map(
      row => `${row.contributor} ${row.area} ${row.changes}+${row.reviews}`,
    );

  it.each([
    { given: 'an author', event: {}, gives: ['ada src/api 1+0'] },
    {
      given: 'a bot with somebody behind it',
      event: { authorKind: 'bot' as const, author: 'bot', sponsor: 'cyd' },
      gives: ['cyd src/api 1+0'],
    },
    {
      given: 'a bot that acts by itself',
      event: { authorKind: 'bot' as const },
      gives: [],
    },
    {
      given: 'an approval',
      event: { reviews: [approve] },
      gives: ['ada src/api 1+0', 'ben src/api 0+1'],
    },
    {
      given: 'an approval faster than anybody reads',
      event: {
        reviews: [{ ...approve, comments: 0, at: at + 60_000 }],
        at: at + 120_000,
        openedAt: at,
        additions: 900,
        deletions: 0,
      },
      gives: ['ada src/api 1+0'],
    },
    {
      given: 'an approval by a bot',
      event: { reviews: [{ ...approve, kind: 'bot' as const }] },
      gives: ['ada src/api 1+0'],
    },
    {
      given: 'a remark',
      event: { reviews: [{ ...approve, verdict: 'comment' as const }] },
      gives: ['ada src/api 1+0'],
    },
    { given: 'another branch', event: { defaultBranch: false }, gives: [] },
    { given: 'no paths', event: { paths: undefined }, gives: [] },
    {
      given: 'no merge',
      event: { state: 'closed' as const },
      gives: [],
    },
  ])('of a change with $given is $gives', async ({ event, gives }) => {
    const { openedAt, ...rest } = { openedAt: undefined, ...event };
    const opened = merged({ state: 'opened', at: openedAt ?? at - 90_000 });

    await write([...(openedAt ? [opened] : []), merged(rest)]);

    expect((await told()).sort()).toEqual(gives);
  });

  it('counts a push that is the merge of a request once, whichever comes first', async () => {
    const push = merged({ record: 'push', origin: 'push', sha: 'c1' });
    const request = merged({ record: 'request', sha: 'c1', author: 'ben' });
    const other = merged({ record: 'other', origin: 'push', sha: 'c2' });

    await write([push, other]);
    const before = await told();
    await write([request]);
    const after = await told();
    await clear(knex);
    await write([request]);
    await write([push, other]);

    expect(before).toEqual(['ada src/api 2+0']);
    expect(after.sort()).toEqual(['ada src/api 1+0', 'ben src/api 1+0']);
    expect((await told()).sort()).toEqual(after);
  });

  it('moves with its record, and goes with it', async () => {
    await replace({ deliveryId: 'd', events: [merged()] });
    await replace({ deliveryId: 'd', events: [merged({ subject: 'b' })] });
    const moved = await sums();
    await replace({ deliveryId: 'd', events: [] });

    expect(moved).toMatchObject([{ subject: 'b', changes: 1 }]);
    expect(await sums()).toEqual([]);
  });

  it('is the sum over all records, in any order, split and told again', async () => {
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

          expect(sorted(await sums())).toEqual(sorted(await byHand()));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is the sum over all records after deliveries were read again', async () => {
    const deliveries = fc.array(
      fc.array(anyEvent, { minLength: 0, maxLength: 4 }),
      { minLength: 4, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(deliveries, deliveries, async (before, after) => {
        await clear(knex);
        const part = (events: RecordEvent[], index: number) => ({
          events,
          deliveryId: `d${index}`,
        });
        for (const [index, events] of before.entries()) {
          await write(events, `d${index}`);
        }

        await replace(...after.map(part).slice(0, 2));
        await replace(...after.map(part).slice(1));

        expect(sorted(await sums())).toEqual(sorted(await byHand()));
      }),
      { numRuns: 30 },
    );
  });

  it('is the sum over all records for concurrent writers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyEvent, { minLength: 4, maxLength: 16 }),
        async events => {
          await clear(knex);
          const reversed = [...events].reverse();

          await Promise.all([
            write(events.slice(0, 6), 'a'),
            write(events.slice(3), 'b'),
            write(reversed, 'c'),
          ]);

          expect(sorted(await sums())).toEqual(sorted(await byHand()));
        },
      ),
      { numRuns: id === 'SQLITE_3' ? 5 : 30 },
    );
  });

  it('is read of subjects and days', async () => {
    const DAY = 86_400_000;
    await write([
      merged({ record: '1', at: at - 2 * DAY }),
      merged({ record: '2', at: at - DAY }),
      merged({ record: '3', at: at - DAY, subject: 'b' }),
      merged({ record: '4' }),
    ]);

    const rows = await readAuthorship(knex, {
      subjects: ['a'],
      from: at - DAY,
      to: at - 1,
    });

    expect(rows.map(({ day }) => new Date(day).toISOString()).sort()).toEqual([
      '2026-11-22T00:00:00.000Z',
      '2026-11-23T00:00:00.000Z',
    ]);
  });

  it('is pruned by day', async () => {
    await write([merged(), merged({ record: '2', at: 1000 })]);

    const pruned = await pruneAuthorship(knex, { before: at });

    expect(pruned).toBe(1);
    expect(await sums()).toMatchObject([{ day: '2026-11-23' }]);
  });
});
