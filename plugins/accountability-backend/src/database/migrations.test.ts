import { resolve } from 'path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { writeInstant } from './instants';
import { insertRows } from './insertRows';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const directory = resolve(__dirname, '../../migrations');

const service = {
  entity_ref: 'component:default/pay',
  title: 'Payments',
  kind: 'Component',
  type: null,
  lifecycle: null,
  system: null,
  owner_ref: 'group:default/a',
  owner_resolves: true,
  entity: '{}',
  digest: 'abc',
  removed_at: null,
};
const transition = {
  entity_ref: 'component:default/pay',
  at: writeInstant(Date.parse('2026-11-23T12:00:00.123Z')),
  scorecard: 'ready',
  check_id: '',
  from_status: 'none',
  to_status: 'bronze',
  because: 'All of it passes',
};

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  async function fill(knex: Knex) {
    await insertRows(knex, { table: 'services' }, [service]);
    await insertRows(knex, { table: 'transitions' }, [transition]);
  }

  it('go up, down with data in the tables, and up again', async () => {
    const knex = await databases.init(id);

    await knex.migrate.latest({ directory });
    await fill(knex);
    await knex.migrate.rollback({ directory }, true);
    expect(await knex.schema.hasTable('services')).toBe(false);
    await knex.migrate.latest({ directory });
    await fill(knex);

    const [stored] = await knex('transitions');
    expect(new Date(stored.at)).toEqual(transition.at);
  });

  it('change nothing the second time', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory });

    const [, names] = await knex.migrate.latest({ directory });

    expect(names).toEqual([]);
  });
});
