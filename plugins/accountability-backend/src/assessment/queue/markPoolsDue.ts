import { Knex } from 'knex';
import { Due, dueBinds, dueColumns, insertDue, mergeDue } from './markDue';

/** Makes every service due whose jobs ran on any of the pools of runners on a UTC day (`2026-11-23`) or later, in one statement. */
export async function markPoolsDue(
  trx: Knex,
  options: Due & { pools: readonly string[]; usedSince: string },
): Promise<void> {
  const { pools, usedSince } = options;
  if (pools.length === 0) return;
  const onPostgres = trx.client.config.client === 'pg';
  const given = onPostgres
    ? 'd.pool = any(?)'
    : 'd.pool in (select value from json_each(?))';
  await trx.raw(
    `${insertDue}
    select distinct k.entity_ref, ${dueColumns(trx)}
    from subject_keys k
    where exists (
      select 1 from pool_days d
      where d.subject = k.subject and ${given} and d.day >= ?
    )
    order by 1 ${mergeDue(trx)}`,
    [
      ...dueBinds(options),
      onPostgres ? [...pools] : JSON.stringify(pools),
      usedSince,
    ],
  );
}
