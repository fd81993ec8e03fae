import { Knex } from 'knex';

type Value = string | number | boolean | Date | null;

/** What to do where a row's key exists. */
export interface OnConflict<T> {
  key: readonly (keyof T & string)[];
  /** `nothing` leaves the row, `overwrite` writes its other columns, `lock` writes one of them to itself, which takes the row's lock. */
  then: 'nothing' | 'overwrite' | { lock: keyof T & string };
}

/** Whether a row is new. Only PostgreSQL can tell: there, a row that no transaction updated has no `xmax`. */
export interface Inserted {
  is_new?: boolean;
}

/** Rows of one statement; more would hold up other work of the process. */
const MOST_ROWS = 5000;

/**
 * Inserts rows as one JSON document a statement instead of a bind a value:
 * binds run into the limits of either database, and cost more than half of
 * the time of an insert. Gives the columns of `returning` of the rows that
 * were inserted or updated. All rows have the same columns. Rows go in in the
 * order given; sort them where several writers may meet.
 */
export async function insertRows<
  T extends { [K in keyof T]: Value },
  TReturned extends keyof T & string = never,
>(
  trx: Knex,
  into: {
    table: string;
    onConflict: OnConflict<T>;
    returning?: readonly TReturned[];
  },
  rows: readonly T[],
): Promise<(Pick<T, TReturned> & Inserted)[]> {
  const returned: (Pick<T, TReturned> & Inserted)[] = [];
  for (let start = 0; start < rows.length; start += MOST_ROWS) {
    const part = rows.slice(start, start + MOST_ROWS);
    const { sql, binds } = statementOf(trx, into, part);
    const answer = await trx.raw(sql, binds);
    if (into.returning) returned.push(...(answer.rows ?? answer));
  }
  return returned;
}

function statementOf<T extends { [K in keyof T]: Value }>(
  trx: Knex,
  into: {
    table: string;
    onConflict: OnConflict<T>;
    returning?: readonly string[];
  },
  rows: readonly T[],
): { sql: string; binds: string[] } {
  const onPostgres = trx.client.config.client === 'pg';
  const columns = Object.keys(rows[0]);
  const quoted = columns.map(quote).join(', ');
  const from = onPostgres
    ? `select ${quoted} from json_populate_recordset(null::${quote(
        into.table,
      )}, ?::json)`
    : `select ${columns
        .map(column => `json_extract(value, '$.${column}')`)
        .join(', ')} from json_each(?)`;
  const isNew = onPostgres ? ', (xmax = 0) as is_new' : '';
  const returning = into.returning
    ? `returning ${into.returning.map(quote).join(', ')}${isNew}`
    : '';
  return {
    // Without a condition SQLite reads "on conflict" as that of a join.
    sql: `insert into ${quote(
      into.table,
    )} (${quoted}) ${from} where true ${conflictClause(
      into,
      columns,
    )} ${returning}`,
    binds: [JSON.stringify(onPostgres ? rows : rows.map(toSqlite))],
  };
}

function conflictClause<T>(
  { table, onConflict }: { table: string; onConflict: OnConflict<T> },
  columns: readonly string[],
): string {
  const { key, then } = onConflict;
  const target = `on conflict (${key.map(quote).join(', ')})`;
  if (then === 'nothing') return `${target} do nothing`;
  if (then === 'overwrite') {
    const kept = new Set<string>(key);
    const set = columns
      .filter(column => !kept.has(column))
      .map(column => `${quote(column)} = excluded.${quote(column)}`);
    return `${target} do update set ${set.join(', ')}`;
  }
  const lock = quote(then.lock);
  return `${target} do update set ${lock} = ${quote(table)}.${lock}`;
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

function quote(name: string): string {
  return `"${name}"`;
}
