import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { insertDue, mergeDue } from './markDue';

/** Makes every service of the catalog due at an instant, in one statement. */
export async function markAllDue(
  trx: Knex,
  options: { dueAt: number },
): Promise<void> {
  const dueAt = trx.client.config.client === 'pg' ? '?::timestamptz' : '?';
  await trx.raw(
    `${insertDue} select entity_ref, ${dueAt}, 1, 0 from services
    where removed_at is null order by entity_ref ${mergeDue(trx)}`,
    [writeInstant(options.dueAt)],
  );
}
