import { Knex } from 'knex';
import { Value, givenRows } from './givenRows';
import { quote } from './quote';

/** Rows of one statement; more would hold up other work of the process. */
const MOST_ROWS = 5000;

/** Writes columns of rows that are there, found by their key, as one document a statement. All rows have the same columns. */
export async function updateRows<T extends { [K in keyof T]: Value }>(
  trx: Knex,
  into: { table: string; key: readonly (keyof T & string)[] },
  rows: readonly T[],
): Promise<void> {
  const table = quote(into.table);
  for (let start = 0; start < rows.length; start += MOST_ROWS) {
    const part = rows.slice(start, start + MOST_ROWS);
    const { sql, binds } = givenRows(trx, into.table, part);
    const key = new Set<string>(into.key);
    const set = Object.keys(part[0])
      .filter(name => !key.has(name))
      .map(name => `${quote(name)} = given.${quote(name)}`);
    const same = into.key.map(
      name => `${table}.${quote(name)} = given.${quote(name)}`,
    );
    await trx.raw(
      `update ${table} set ${set.join(', ')}
      from (${sql}) as given where ${same.join(' and ')}`,
      binds,
    );
  }
}
