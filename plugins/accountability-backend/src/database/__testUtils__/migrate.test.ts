import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrate } from './migrate';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const directory = resolvePackagePath(
  'backstage-plugin-accountability-backend',
  'migrations',
);

/** Tables, indices and rules by their names; two spellings of one statement are one. */
const schemaOf = async (knex: Knex) => {
  const made: { name: string; sql: string | null }[] = await knex(
    'sqlite_master',
  ).orderBy('name');
  return made.map(({ name, sql }) => [name, sql]);
};

const LEAST_INSTANT = 1e12;

/** Migrations keep when they ran. */
const withoutInstants = (rows: object[]) =>
  JSON.stringify(rows, (_, value) =>
    value > LEAST_INSTANT ? 'an instant' : value,
  );

const rowsOf = async (knex: Knex) =>
  Promise.all(
    (await knex('sqlite_master').where({ type: 'table' }).orderBy('name'))
      .map(({ name }) => name)
      // What knex and SQLite keep for themselves is of this run.
      .filter(name => !/^(knex|sqlite)_/.test(name))
      .map(async name => [name, withoutInstants(await knex(name))]),
  );

describe('a test database on SQLite', () => {
  it('is, from the script, what the migrations make of it', async () => {
    const migrated = await databases.init('SQLITE_3');
    await migrated.migrate.latest({ directory });
    // The first writes the script where there is none.
    await migrate(await databases.init('SQLITE_3'));

    const copied = await databases.init('SQLITE_3');
    await migrate(copied);

    expect(await schemaOf(copied)).toEqual(await schemaOf(migrated));
    expect(await rowsOf(copied)).toEqual(await rowsOf(migrated));
    expect(await copied.migrate.latest({ directory })).toEqual([
      expect.any(Number),
      [],
    ]);
  });
});
