import { Knex } from 'knex';
import { Value, toSqlite } from './insertRows';

/** Rows of one statement; more would hold up other work of the process. */
const MOST_ROWS = 5000;

/** Writes columns of rows that are there, found by their key, as one JSON document a statement. All rows have the same columns. */
export async function updateRows<T extends { [K in keyof T]: Value }>(
  trx: Knex,
  into: { table: string; key: readonly (keyof T & string)[] },
  rows: readonly T[],
): Promise<void> {
  const onPostgres = trx.client.config.client === 'pg';
  for (let start = 0; start < rows.length; start += MOST_ROWS) {
    const part = rows.slice(start, start + MOST_ROWS);
    await trx.raw(statementOf(trx, into, Object.keys(part[0])), [
      JSON.stringify(onPostgres ? part : part.map(toSqlite)),
    ]);
  }
}

function statementOf(
  trx: Knex,
  into: { table: string; key: readonly string[] },
  columns: readonly string[],
): string {
  const table = quote(into.table);
  const given =
    trx.client.config.client === 'pg'
      ? `select ${columns
          .map(quote)
          .join(', ')} from json_populate_recordset(null::${table}, ?::json)`
      : `select ${columns
          .map(name => `json_extract(value, '$.${name}') as ${quote(name)}`)
          .join(', ')} from json_each(?)`;
  const set = columns
    .filter(name => !into.key.includes(name))
    .map(name => `${quote(name)} = given.${quote(name)}`);
  const same = into.key.map(
    name => `${table}.${quote(name)} = given.${quote(name)}`,
  );
  return `update ${table} set ${set.join(', ')}
    from (${given}) as given where ${same.join(' and ')}`;
}

function quote(name: string): string {
  return `"${name}"`;
}
