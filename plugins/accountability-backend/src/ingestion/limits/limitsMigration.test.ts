import { resolve } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { writeInstant } from '../../database/instants';
import { migrate } from '../../records/__testUtils__/testDatabase';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const directory = resolve(__dirname, '../../../migrations');
const name = '20261204050000_intake_limits.js';

const hour = {
  source: 'github',
  hour: writeInstant(Date.parse('2026-11-23T12:00:00Z')),
  accepted: 3,
  ignored: 0,
  unsupported: 0,
  rejected: 0,
  refused: 1,
  events: 3,
  timed: 3,
  lag_ms: 10,
  longest_lag_ms: 5,
};

it.each(databases.eachSupportedId())(
  'hours keep what they counted when what was limited comes and goes, and a replica of before may go on counting, on %s',
  async id => {
    const knex = await databases.init(id);
    await migrate(knex);
    const rows = () => knex('source_hours').orderBy('writer');
    await knex('source_hours').insert({ ...hour, writer: 'a', limited: 7 });

    await knex.migrate.down({ directory, name });
    const before = await rows();
    await knex.migrate.up({ directory, name });
    await knex('source_hours').insert({ ...hour, writer: 'b' });
    const after = await rows();

    expect(before).toMatchObject([{ accepted: 3, refused: 1 }]);
    expect(before[0]).not.toHaveProperty('limited');
    expect(after).toMatchObject([
      { writer: 'a', accepted: 3, limited: 0 },
      { writer: 'b', accepted: 3, limited: 0 },
    ]);
  },
);
