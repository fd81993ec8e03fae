import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { insertRows } from '../../database/insertRows';
import { ReferenceListRow } from '../../database/tables';
import { ListSettings } from './readListSettings';
import { sourceOf } from './sourceOf';

/** Brings the rows of lists in line with the configuration, and gives the names of those that are configured no more. One that is to be read from elsewhere is due. */
export async function syncLists(
  knex: Knex,
  settings: readonly ListSettings[],
  now: number,
): Promise<string[]> {
  const rows: ReferenceListRow[] = await knex('reference_lists').select();
  const known = new Map(rows.map(row => [row.name, row]));
  const fresh = settings.filter(({ name }) => !known.has(name));
  if (fresh.length > 0) {
    await insertRows(
      knex,
      { table: 'reference_lists', key: ['name'], onConflict: 'nothing' },
      fresh.map(one => ({
        name: one.name,
        source: sourceOf(one),
        faults: 0,
        entries: 0,
        due_at: writeInstant(now),
      })),
    );
  }
  for (const one of settings) {
    const row = known.get(one.name);
    if (row && row.source !== sourceOf(one)) {
      await knex<ReferenceListRow>('reference_lists')
        .where({ name: one.name, source: row.source })
        .update({
          source: sourceOf(one),
          etag: null,
          due_at: writeInstant(now),
          // Whoever reads the former place now stores nothing of it.
          lease: null,
          leased_until: null,
        });
    }
  }
  const configured = new Set<string>(settings.map(({ name }) => name));
  return rows.map(({ name }) => name).filter(name => !configured.has(name));
}
