import { Knex } from 'knex';
import { dueBinds, dueColumns, insertDue, mergeDue } from './markDue';

/** Makes every service of the catalog due at an instant, in one statement. */
export async function markAllDue(
  trx: Knex,
  options: { dueAt: number },
): Promise<void> {
  await trx.raw(
    `${insertDue} select entity_ref, ${dueColumns(trx)} from services
    where removed_at is null order by entity_ref ${mergeDue(trx)}`,
    dueBinds(options),
  );
}
