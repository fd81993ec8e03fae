import { PoolTotals } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { dayOf } from '../../../database/dayOf';
import { PoolTotalRow } from '../../../database/tables';
import { whereAny } from '../../../database/whereAny';
import { ChangedUse } from './PoolWork';

type Days = Map<string, { day: number; busyMs: number }[]>;

/** What all services used of the pools on the days from `from` to `to`, as it is once the changes are written; in one statement. */
export async function readPoolTotals(
  knex: Knex,
  asked: {
    pools: readonly string[];
    from: number;
    to: number;
    changes: readonly ChangedUse[];
  },
): Promise<PoolTotals['days']> {
  const { pools } = asked;
  const [from, to] = [dayOf(asked.from), dayOf(asked.to)];
  if (pools.length === 0) return new Map();
  const rows: PoolTotalRow[] = await whereAny(
    knex<PoolTotalRow>('pool_totals')
      .where('day', '>=', from)
      .where('day', '<', to)
      .orderBy(['pool', 'day'])
      .select(),
    'pool',
    pools,
  );
  const totals = new Map<string, Map<string, number>>();
  const add = (pool: string, day: string, ms: number) => {
    const days = totals.get(pool) ?? new Map<string, number>();
    totals.set(pool, days);
    days.set(day, (days.get(day) ?? 0) + ms);
  };
  for (const { pool, day, busy_ms: ms } of rows) add(pool, day, Number(ms));
  for (const { pool, day, busyMs, before } of asked.changes) {
    if (day >= from && day < to) add(pool, day, busyMs - before);
  }
  return toDays(totals);
}

function toDays(totals: ReadonlyMap<string, ReadonlyMap<string, number>>) {
  const days: Days = new Map();
  for (const [pool, byDay] of totals) {
    days.set(
      pool,
      [...byDay].map(([day, busyMs]) => ({ day: Date.parse(day), busyMs })),
    );
  }
  return days;
}
