import { Knex } from 'knex';
import { anyOf } from '../../database/anyOf';
import { Due, dueBinds, dueColumns, insertDue, mergeDue } from './markDue';

/** Makes every service due whose jobs ran on any of the pools of runners on a UTC day (`2026-11-23`) or later, in one statement. */
export async function markPoolsDue(
  trx: Knex,
  options: Due & { pools: readonly string[]; usedSince: string },
): Promise<void> {
  const { pools, usedSince } = options;
  if (pools.length === 0) return;
  const given = anyOf(trx, pools);
  await trx.raw(
    `${insertDue}
    select distinct k.entity_ref, ${dueColumns(trx)}
    from subject_keys k
    where exists (
      select 1 from pool_days d
      where d.subject = k.subject and d.pool ${given.sql} and d.day >= ?
    )
    order by 1 ${mergeDue(trx)}`,
    [...dueBinds(options), given.bind, usedSince],
  );
}
