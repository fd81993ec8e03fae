import { resolve } from 'path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { insertRows } from './insertRows';
import { writeInstant } from './instants';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const directory = resolve(__dirname, '../../migrations');
const name = '20261202020000_gate_decisions.js';
const at = writeInstant(Date.parse('2026-11-23T12:00:00.123Z'));

const rows = {
  gate_decisions: {
    id: '1',
    entity_ref: 'component:default/pay',
    gate: 'production',
    at,
    outcome: 'deny',
    point: 'deploy',
    broken_glass: true,
    by_ref: 'user:default/kim',
    document: '{}',
  },
  decision_keys: {
    gate: 'production',
    idempotency_key: 'c0ffee',
    decision_id: '1',
    question: 'abc',
    key_until: at,
  },
  decision_reviews: {
    decision_id: '1',
    at,
    by_ref: 'user:default/lee',
    remarks: 'It was right.',
  },
};

describe.each(databases.eachSupportedId())('decisions of gates on %s', id => {
  it('go up, down with data in the tables, and up again', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory });
    const fill = async () => {
      for (const [table, row] of Object.entries(rows)) {
        await insertRows<object>(knex, { table }, [row]);
      }
    };
    await fill();

    await knex.migrate.down({ directory, name });
    for (const table of Object.keys(rows)) {
      expect(await knex.schema.hasTable(table)).toBe(false);
    }
    await knex.migrate.up({ directory, name });
    await fill();

    const [kept] = await knex('gate_decisions').whereRaw('broken_glass');
    expect(new Date(kept.at)).toEqual(at);
  });

  it('are one of each key and one review of each', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory });
    const { decision_keys: key, decision_reviews: review } = rows;
    await knex('decision_keys').insert(key);
    await knex('decision_reviews').insert(review);

    await expect(knex('decision_keys').insert(key)).rejects.toThrow();
    await expect(knex('decision_reviews').insert(review)).rejects.toThrow();
  });
});
