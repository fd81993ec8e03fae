import { TestDatabases } from '@backstage/backend-test-utils';
import { writeInstant } from '../database/instants';
import { migrate } from '../records/__testUtils__/testDatabase';
import { pruneDeliveryBodies } from './pruneDeliveryBodies';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('pruning on %s', id => {
  it('drops old bodies and keeps the rows', async () => {
    const knex = await databases.init(id);
    await migrate(knex);
    await knex('deliveries').insert(
      [1000, 2000].map(at => ({
        source: 's',
        id: `${at}`,
        dedupe_key: `${at}`,
        received_at: writeInstant(at),
        headers: '{}',
        body: Buffer.from('{}'),
        verdict: 'accepted',
        events: 0,
      })),
    );

    const pruned = await pruneDeliveryBodies(knex, { before: 2000 });

    expect(pruned).toBe(1);
    expect(await knex('deliveries').orderBy('id').select('id', 'body')).toEqual(
      [
        { id: '1000', body: null },
        { id: '2000', body: Buffer.from('{}') },
      ],
    );
  });
});
