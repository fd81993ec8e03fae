import { Knex } from 'knex';
import { Due, dueBinds, dueColumns, insertDue, mergeDue } from './markDue';

/** Makes every service due that any of the sources tells of, in one statement a source. */
export async function markSourcesDue(
  trx: Knex,
  options: Due & { sources: readonly string[] },
): Promise<void> {
  for (const source of [...options.sources].sort()) {
    await trx.raw(
      `${insertDue}
      select distinct k.entity_ref, ${dueColumns(trx)}
      from subject_keys k
      where k.subject >= ? and k.subject < ?
      order by 1 ${mergeDue(trx)}`,
      // From its first possible subject to the first that another could have.
      [...dueBinds(options), `${source}:`, `${source};`],
    );
  }
}
