import { Knex } from 'knex';

/** What a column may be given. */
export type Value = string | number | boolean | Date | null;

/** Where rows go. */
export interface Target<T, TReturned extends keyof T & string = never> {
  table: string;
  /** The unique key whose rows may be there already; where absent, none may be. */
  key?: readonly (keyof T & string)[];
  /**
   * What becomes of a row whose key exists: `overwrite`, where absent, writes
   * its other columns, `add` adds its other columns, which are numbers, to what
   * is there, `nothing` leaves it, `lock` writes one of its columns to itself,
   * which takes the row's lock.
   */
  onConflict?: 'overwrite' | 'add' | 'nothing' | { lock: keyof T & string };
  returning?: readonly TReturned[];
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
  into: Target<T, TReturned>,
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
  into: Target<T, keyof T & string>,
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
  { table, key, onConflict = 'overwrite' }: Target<T, keyof T & string>,
  columns: readonly string[],
): string {
  if (!key) return '';
  const target = `on conflict (${key.map(quote).join(', ')})`;
  if (typeof onConflict === 'object') {
    const lock = quote(onConflict.lock);
    return `${target} do update set ${lock} = ${quote(table)}.${lock}`;
  }
  const kept = new Set<string>(key);
  const before =
    onConflict === 'add'
      ? (name: string) => `${quote(table)}.${name} + `
      : () => '';
  const set = columns
    .filter(column => onConflict !== 'nothing' && !kept.has(column))
    .map(quote)
    .map(name => `${name} = ${before(name)}excluded.${name}`);
  return set.length > 0
    ? `${target} do update set ${set.join(', ')}`
    : `${target} do nothing`;
}

/** As knex stores them in SQLite: instants as epoch milliseconds, booleans as 0 and 1. */
export function toSqlite<T extends { [K in keyof T]: Value }>(row: T) {
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
