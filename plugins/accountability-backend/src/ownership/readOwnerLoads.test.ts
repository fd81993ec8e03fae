import { TestDatabases } from '@backstage/backend-test-utils';
import {
  countStatements,
  migrate,
} from '../database/__testUtils__/testCatalog';
import { insertRows } from '../database/insertRows';
import { writeInstant } from '../database/instants';
import { readOwnerLoads } from './readOwnerLoads';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const [a, b, c] = ['a', 'b', 'c'].map(name => `group:default/${name}`);

const service = (name: string, owner: string | null, isGone = false) => ({
  entity_ref: `component:default/${name}`,
  title: name,
  kind: 'Component',
  owner_ref: owner,
  owner_resolves: owner !== null,
  entity: '{}',
  digest: name,
  removed_at: isGone ? writeInstant(1) : null,
});

describe.each(databases.eachSupportedId())('loads of owners on %s', id => {
  it('are the services that each has now, gone ones aside, in one statement', async () => {
    const knex = await databases.init(id);
    await migrate(knex);
    await insertRows(knex, { table: 'services' }, [
      service('one', a),
      service('two', a),
      service('gone', a, true),
      service('three', b),
      service('four', null),
    ]);
    const read = (...owners: string[]) => readOwnerLoads(knex, { owners });

    expect(await read(a, c)).toEqual(new Map([[a, 2]]));
    expect(await read(b)).toEqual(new Map([[b, 1]]));
    const statements = countStatements(knex);
    await read(a, b, c);
    await read();
    expect(statements.all).toBe(1);
  });
});
