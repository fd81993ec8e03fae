import { Knex } from 'knex';
import { pick } from 'lodash';
import { quote } from './quote';

/** What a column may be given. */
export type Value = string | number | boolean | Date | null;

/** Rows as a part of a statement that can be selected from. */
export interface GivenRows {
  /** A `select` of the columns, in the order of the rows. */
  sql: string;
  binds: (string | null)[];
}

/** Longer texts are bound by themselves, characters: within JSON each is escaped here and read again there, which took as long as all else of an update of documents. */
const LONG = 1000;

/**
 * Rows as one JSON document instead of a bind a value: binds run into the
 * limits of either database, and cost more than half of the time of an insert.
 * All rows have the same columns.
 */
export function givenRows<T extends { [K in keyof T]: Value }>(
  trx: Knex,
  table: string,
  rows: readonly T[],
): GivenRows {
  const onPostgres = trx.client.config.client === 'pg';
  const given = onPostgres ? rows : rows.map(toSqlite);
  const columns = Object.keys(rows[0]);
  const long = columns.filter(name => rows.some(row => isLong(row, name)));
  const short = columns.filter(name => !long.includes(name));
  const selected = columns.map(name => {
    // Databases name the columns of values themselves; the first is the place.
    if (long.includes(name)) {
      return `long.column${long.indexOf(name) + 2} as ${quote(name)}`;
    }
    return onPostgres
      ? `short.${quote(name)}`
      : `json_extract(short.value, '$.${name}') as ${quote(name)}`;
  });
  const from = onPostgres
    ? `json_populate_recordset(null::${quote(table)}, ?::json)`
    : 'json_each(?)';
  const select = `select ${selected.join(', ')} from ${from}`;
  if (long.length === 0) {
    // Without a condition SQLite reads an "on conflict" after it as that of a join.
    const sql = `${select} as short where true`;
    return { sql, binds: [JSON.stringify(given)] };
  }
  const texts = rows.map(
    (_, place) => `(${place}${', cast(? as text)'.repeat(long.length)})`,
  );
  const place = onPostgres ? 'short.ordinality - 1' : 'short.key';
  return {
    sql: `${select} ${onPostgres ? 'with ordinality as short' : 'as short'}
      join (values ${texts.join(', ')}) as long on long.column1 = ${place}
      where true order by long.column1`,
    binds: [
      JSON.stringify(given.map(row => pick(row, short))),
      ...rows.flatMap(row => long.map(name => textOf(row, name))),
    ],
  };
}

function isLong(row: object, name: string): boolean {
  const value: unknown = Reflect.get(row, name);
  return typeof value === 'string' && value.length > LONG;
}

function textOf(row: object, name: string): string | null {
  const value: unknown = Reflect.get(row, name);
  return typeof value === 'string' ? value : null;
}

/** As knex stores them in SQLite: instants as epoch milliseconds, booleans as 0 and 1. */
function toSqlite<T extends { [K in keyof T]: Value }>(row: T) {
  return Object.fromEntries(
    Object.entries<Value>(row).map(([name, value]) => {
      if (value instanceof Date) return [name, value.getTime()];
      return [name, typeof value === 'boolean' ? Number(value) : value];
    }),
  );
}
