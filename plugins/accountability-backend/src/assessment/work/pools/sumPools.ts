import { Knex } from 'knex';
import { insertRows } from '../../../database/insertRows';

/** A pool on a UTC day. */
interface PoolDay {
  pool: string;
  day: string;
}

const fromPostgres = 'json_to_recordset(?::json) as given(pool text, day text)';

const fromSqlite = `(select json_extract(value, '$.pool') as pool,
  json_extract(value, '$.day') as day from json_each(?)) as given`;

/**
 * Sums the use of pools on some days up anew from what is stored of all
 * subjects. The totals are locked first: of two writers the second sees what
 * the first wrote.
 */
export async function sumPools(
  trx: Knex,
  uses: readonly PoolDay[],
): Promise<void> {
  if (uses.length === 0) return;
  const keyed = uses.map(
    ({ pool, day }) => [JSON.stringify([pool, day]), { pool, day }] as const,
  );
  const days = [...new Map(keyed)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one);
  await insertRows(
    trx,
    {
      table: 'pool_totals',
      key: ['pool', 'day'],
      onConflict: { lock: 'busy_ms' },
    },
    days.map(one => ({ ...one, busy_ms: 0 })),
  );
  await trx.raw(
    `update pool_totals set busy_ms = (
      select coalesce(sum(d.busy_ms), 0) from pool_days d
      where d.pool = pool_totals.pool and d.day = pool_totals.day
    ) from ${trx.client.config.client === 'pg' ? fromPostgres : fromSqlite}
    where pool_totals.pool = given.pool and pool_totals.day = given.day`,
    [JSON.stringify(days)],
  );
}
