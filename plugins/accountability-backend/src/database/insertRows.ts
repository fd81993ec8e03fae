import { Knex } from 'knex';
import { GivenRows, Value, givenRows } from './givenRows';
import { quote } from './quote';

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
 * Inserts rows as one document a statement, see `givenRows`. Gives the columns
 * of `returning` of the rows that were inserted or updated. All rows have the same columns. Rows go in in the
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
): GivenRows {
  const onPostgres = trx.client.config.client === 'pg';
  const columns = Object.keys(rows[0]);
  const given = givenRows(trx, into.table, rows);
  const isNew = onPostgres ? ', (xmax = 0) as is_new' : '';
  const returning = into.returning
    ? `returning ${into.returning.map(quote).join(', ')}${isNew}`
    : '';
  return {
    sql: `insert into ${quote(into.table)} (${columns.map(quote).join(', ')})
      ${given.sql} ${conflictClause(into, columns)} ${returning}`,
    binds: given.binds,
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
