import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { migrate } from '../../records/__testUtils__/testDatabase';
import { readWorkFigures } from './readWorkFigures';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const now = Date.parse('2026-11-23T12:00:00Z');
const MINUTE = 60_000;

describe.each(databases.eachSupportedId())('what waits on %s', databaseId => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
  });
  beforeEach(async () => {
    for (const table of ['assessment_queue', 'inbox', 'deliveries']) {
      await knex(table).delete();
    }
  });

  const queue = (...rows: object[]) =>
    knex('assessment_queue').insert(
      rows.map((row, index) => ({
        entity_ref: `component:default/${index}`,
        due_at: writeInstant(now + MINUTE),
        version: 1,
        attempts: 0,
        ...row,
      })),
    );
  const read = () => readWorkFigures(knex, { now, on: ['kev'] });

  it('is nothing where nothing does', async () => {
    const figures = await read();

    expect(figures).toMatchObject({
      asOf: now,
      queue: { due: 0, claimed: 0, expired: 0, failing: 0, restating: 0 },
      inboxSince: new Map(),
    });
    expect(figures.queue.oldestDueAt).toBeUndefined();
    expect(figures.references.slice(0, 2)).toEqual([
      { id: 'kev', state: 'waiting' },
      { id: 'epss', state: 'off' },
    ]);
  });

  it('tells those that are due from those that are held, let go, failing or told again', async () => {
    await queue(
      { due_at: writeInstant(now - 3 * MINUTE) },
      {
        due_at: writeInstant(now),
        lease: 'a',
        leased_until: writeInstant(now + 1),
      },
      {
        due_at: writeInstant(now - MINUTE),
        lease: 'b',
        leased_until: writeInstant(now),
      },
      { attempts: 2, trouble: 'down' },
      { restate_from: writeInstant(now - 100 * MINUTE) },
    );

    const figures = await read();

    expect(figures.queue).toEqual({
      due: 3,
      oldestDueAt: now - 3 * MINUTE,
      claimed: 1,
      expired: 1,
      failing: 1,
      restating: 1,
    });
  });

  it('tells by source since when the first delivery waits, whenever it is tried again', async () => {
    const deliveries = [
      { source: 'github', id: '1', at: now - 9 * MINUTE },
      { source: 'github', id: '2', at: now - 5 * MINUTE },
      { source: 'gitlab', id: '3', at: now - MINUTE },
      { source: 'pagerduty', id: '4', at: now - 99 * MINUTE },
    ];
    await knex('deliveries').insert(
      deliveries.map(({ source, id, at }) => ({
        source,
        id,
        dedupe_key: id,
        received_at: writeInstant(at),
        headers: '{}',
        verdict: 'accepted',
        events: 1,
      })),
    );
    await knex('inbox').insert(
      deliveries.slice(1, 3).map(({ source, id }) => ({
        source,
        id,
        events: 1,
        due_at: writeInstant(now + MINUTE),
        attempts: 3,
      })),
    );

    const { inboxSince } = await read();

    expect(inboxSince).toEqual(
      new Map([
        ['github', now - 5 * MINUTE],
        ['gitlab', now - MINUTE],
      ]),
    );
  });
});
