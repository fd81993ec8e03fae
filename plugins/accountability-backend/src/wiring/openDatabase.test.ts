import { TestDatabases } from '@backstage/backend-test-utils';
import { openDatabase } from './openDatabase';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('openDatabase on %s', id => {
  it('brings the tables into place, and nothing the second time', async () => {
    const knex = await databases.init(id);
    const service = { getClient: async () => knex };

    await openDatabase(service);
    const ran = await knex('knex_migrations').pluck('name');
    await openDatabase(service);

    expect(ran.length).toBeGreaterThan(20);
    expect(await knex('knex_migrations').pluck('name')).toEqual(ran);
    expect(await knex.schema.hasTable('services')).toBe(true);
  });

  it('starts on tables that a later version has migrated further', async () => {
    const knex = await databases.init(id);
    const service = { getClient: async () => knex };
    await openDatabase(service);
    await knex('knex_migrations').insert({
      name: '29990101000000_of_a_later_version.js',
      batch: 99,
      migration_time: new Date(),
    });

    await expect(openDatabase(service)).resolves.toBe(knex);
  });
});

it('leaves the tables as they are where migrations are skipped', async () => {
  const knex = await databases.init('SQLITE_3');

  await openDatabase({
    getClient: async () => knex,
    migrations: { skip: true },
  });

  expect(await knex.schema.hasTable('services')).toBe(false);
});
