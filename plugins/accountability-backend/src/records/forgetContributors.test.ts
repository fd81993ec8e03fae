import { TestDatabases } from '@backstage/backend-test-utils';
import {
  ChangeEvent,
  RecordEvent,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { clear, migrate, readTables } from './__testUtils__/testDatabase';
import { forgetContributors } from './forgetContributors';
import { readRecordsById } from './readRecordsById';
import { writeRecordEvents } from './writeRecordEvents';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const DAY = 86_400_000;
const limit = Date.parse('2026-06-01T00:00:00Z');

const change = (given: Partial<ChangeEvent> = {}): ChangeEvent => ({
  kind: 'change',
  record: 'old',
  subject: 'a',
  at: limit - DAY,
  state: 'merged',
  title: 'It',
  author: 'c_ada',
  sponsor: 'c_cyd',
  paths: ['src/x.ts'],
  ...given,
});
const approved = (given: Partial<ChangeEvent> = {}): ChangeEvent => ({
  ...change({ at: limit - 2 * DAY, state: 'reviewed' }),
  review: { id: 'r1', by: 'c_ben', verdict: 'approve', comments: 2 },
  ...given,
});

describe.each(databases.eachSupportedId())('contributors on %s', id => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });
  beforeEach(() => clear(knex));

  const write = (...events: RecordEvent[]) =>
    knex.transaction(trx =>
      writeRecordEvents(trx, { events, deliveryId: 'd', receivedAt: 1 }),
    );
  const forget = () => forgetContributors(knex, { before: limit });
  const keysLeft = async (record: string) => {
    const rows = [
      ...(await knex('records').where({ record_id: record })),
      ...(await knex('record_events').where({ record_id: record })),
    ];
    return new Set(JSON.stringify(rows).match(/c_[a-z]+/g) ?? []);
  };

  it('are taken out of changes that ended before an instant, and out of all that was said of them', async () => {
    await write(approved(), change(), change({ record: 'new', at: limit }));

    const forgotten = await forget();

    expect(forgotten).toBe(1);
    expect(await keysLeft('old')).toEqual(new Set());
    expect(await keysLeft('new')).toEqual(new Set(['c_ada', 'c_cyd']));
    expect(await readRecordsById(knex, { ids: ['old'] })).toMatchObject([
      {
        state: 'merged',
        title: 'It',
        paths: ['src/x.ts'],
        reviews: [{ verdict: 'approve', comments: 2, at: limit - 2 * DAY }],
      },
    ]);
  });

  it('stay in a change that goes on', async () => {
    await write(change({ state: 'opened' }));

    expect(await forget()).toBe(0);
    expect(await keysLeft('old')).toEqual(new Set(['c_ada', 'c_cyd']));
  });

  it('are not looked for a second time', async () => {
    await write(approved(), change());
    await forget();
    const before = await readTables(knex);

    expect(await forget()).toBe(0);
    expect(await readTables(knex)).toEqual(before);
  });

  it('stay summed as they were, whatever comes later', async () => {
    await write(approved(), change());
    const before = await knex('authorship_days').orderBy('contributor');
    await forget();

    await write(approved(), change(), change({ title: 'Again' }));
    const after = await knex('authorship_days').orderBy('contributor');
    const named = await keysLeft('old');
    const again = await forget();

    expect(before).toHaveLength(2);
    expect(after).toEqual(before);
    expect(named).toEqual(new Set(['c_ada', 'c_cyd']));
    expect(again).toBe(1);
    expect(await keysLeft('old')).toEqual(new Set());
    expect(await knex('authorship_days').orderBy('contributor')).toEqual(
      before,
    );
  });

  it('know an event that is told again by what it said at first', async () => {
    await write(change());
    await forget();

    expect(await write(change())).toEqual({ subjects: [] });
    expect(await keysLeft('old')).toEqual(new Set());
  });

  it('of a change that comes late are summed and then taken out', async () => {
    await write(change({ record: 'first' }));
    await forget();

    await write(change({ record: 'late', at: limit - 100 * DAY }));
    const forgotten = await forget();

    expect(forgotten).toBe(1);
    expect(await keysLeft('late')).toEqual(new Set());
    expect(await knex('authorship_days')).toHaveLength(2);
  });

  it('are taken out of more changes than one batch has', async () => {
    const events = Array.from({ length: 1100 }, (_, n) =>
      change({ record: `r${n}`, at: limit - DAY - n }),
    );
    await write(...events);

    expect(await forget()).toBe(1100);
    expect(await forget()).toBe(0);
  });
});
