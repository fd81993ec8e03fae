import { TestDatabases } from '@backstage/backend-test-utils';
import { RecordEvent } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { readRecords } from './readRecords';
import { clear, countStatements, migrate } from './__testUtils__/testDatabase';
import { deployment, incident } from './__testUtils__/testEvents';
import { writeRecordEvents } from './writeRecordEvents';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())(
  'reading each kind with its own start on %s',
  id => {
    let knex: Knex;
    beforeAll(async () => {
      knex = await databases.init(id);
      await migrate(knex);
    });
    beforeEach(() => clear(knex));

    const events: RecordEvent[] = [
      deployment({ record: 'd old', at: 10, state: 'finished' }),
      deployment({ record: 'd open', at: 10, state: 'executing' }),
      deployment({ record: 'd new', at: 60, state: 'finished' }),
      incident({ record: 'i over', at: 10, state: 'triggered' }),
      incident({ record: 'i over', at: 20, state: 'resolved' }),
      incident({ record: 'i long', at: 10, state: 'triggered' }),
      incident({ record: 'i long', at: 40, state: 'resolved' }),
      incident({ record: 'i new', at: 60, state: 'triggered' }),
    ];

    it.each([
      {
        given: 'incidents from earlier on than deployments',
        from: { incident: 15, deployment: 50 },
        gives: ['d open', 'i long', 'i over', 'd new', 'i new'],
      },
      {
        given: 'the other way round',
        from: { incident: 50, deployment: 5 },
        gives: ['d old', 'd open', 'd new', 'i new'],
      },
      {
        given: 'one kind alone',
        from: { incident: 30 },
        gives: ['i long', 'i new'],
      },
      { given: 'no kind', from: {}, gives: [] },
    ])('gives, of $given, $gives', async ({ from, gives }) => {
      await knex.transaction(trx =>
        writeRecordEvents(trx, { events, deliveryId: 'd', receivedAt: 1 }),
      );
      const starts = new Map(
        (['deployment', 'incident'] as const).flatMap(kind => {
          const start = { ...from }[kind];
          return start === undefined ? [] : [[kind, start] as const];
        }),
      );

      const read = () =>
        readRecords(knex, { subjects: ['a'], from: starts, to: 100 });

      expect((await read()).map(record => record.id)).toEqual(gives);
      expect(await countStatements(knex, read)).toBe(gives.length > 0 ? 1 : 0);
    });
  },
);
