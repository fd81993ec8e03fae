import { resolve } from 'path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { insertRows } from './insertRows';
import { writeInstant } from './instants';
import { BacktestRow } from './tables';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const directory = resolve(__dirname, '../../migrations');
const name = '20261202060000_backtests.js';
const at = writeInstant(Date.parse('2026-11-23T12:00:00.123Z'));
const row: BacktestRow = {
  id: '1',
  policy: 'kind: Scorecard',
  days: 90,
  state: 'running',
  requested_at: at,
  done: 200,
  total: 1000,
  attempts: 1,
  because: null,
  report: null,
  lease: 'a',
  leased_until: at,
};

describe.each(databases.eachSupportedId())('backtests on %s', id => {
  it('go up, down with one under way, and up again', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory });
    await insertRows(knex, { table: 'backtests' }, [row]);

    await knex.migrate.down({ directory, name });
    expect(await knex.schema.hasTable('backtests')).toBe(false);
    await knex.migrate.up({ directory, name });
    await insertRows(knex, { table: 'backtests' }, [row]);

    const [kept] = await knex<BacktestRow>('backtests');
    expect(kept).toMatchObject({ days: 90, done: 200, total: 1000 });
    expect(new Date(kept.requested_at)).toEqual(at);
  });
});
