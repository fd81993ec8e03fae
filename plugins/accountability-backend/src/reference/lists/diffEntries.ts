import { Knex } from 'knex';
import { Entries, ReferenceList } from './ReferenceList';

const PAGE = 5000;

/** What is to be written so that a table says what a list does. */
export interface EntriesDiff {
  /** New entries and such of which something else is said. */
  changed: Entries;
  /** Keys of entries that the list has no more. */
  gone: string[];
}

/** Compares a list with its table, page by page. What the table says already is taken out of `entries`: a copy of some 300,000 would hold up other work. */
export async function diffEntries(
  knex: Knex,
  { table, key, value }: Pick<ReferenceList, 'table' | 'key' | 'value'>,
  entries: Entries,
): Promise<EntriesDiff> {
  const gone: string[] = [];
  let after: string | undefined;
  do {
    const query = knex(table)
      .select({ name: key, said: value })
      .orderBy(key)
      .limit(PAGE);
    if (after !== undefined) query.where(key, '>', after);
    const rows: { name: string; said: string | number }[] = await query;
    for (const { name, said } of rows) {
      const now = entries.get(name);
      if (now === undefined) gone.push(name);
      else if (now === said) entries.delete(name);
    }
    after = rows.length === PAGE ? rows.at(-1)?.name : undefined;
  } while (after !== undefined);
  return { changed: entries, gone };
}
