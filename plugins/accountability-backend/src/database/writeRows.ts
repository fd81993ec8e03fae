import { Knex } from 'knex';

/** Binds per statement: better-sqlite3 takes 32766, PostgreSQL 65535. */
const maxBinds = 30_000;

type Value = string | number | boolean | Date | null;

/**
 * Inserts rows in as few statements as the bind limits allow. Where `key` is
 * given, a row whose key exists is overwritten in its other columns. All rows
 * have the same columns.
 */
export async function writeRows<T extends object>(
  knex: Knex,
  target: { table: string; key?: readonly (keyof T & string)[] },
  rows: readonly (T & { [K in keyof T]: Value })[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]).filter(
    (column): column is keyof T & string => column in rows[0],
  );
  const size = Math.floor(maxBinds / columns.length);
  for (let start = 0; start < rows.length; start += size) {
    const part = rows.slice(start, start + size);
    const marks = `(${columns.map(() => '?').join(', ')})`;
    await knex.raw(
      `insert into ?? (${columns.map(() => '??').join(', ')}) values ${part
        .map(() => marks)
        .join(', ')} ${onConflict(columns, target.key)}`,
      [
        target.table,
        ...columns,
        ...part.flatMap(row => columns.map(column => row[column])),
      ],
    );
  }
}

function onConflict(columns: string[], key: readonly string[] | undefined) {
  if (!key) return '';
  const quoted = (name: string) => `"${name}"`;
  const rest = columns.filter(column => !key.includes(column)).map(quoted);
  const action = rest.length
    ? `do update set ${rest
        .map(name => `${name} = excluded.${name}`)
        .join(', ')}`
    : 'do nothing';
  return `on conflict (${key.map(quoted).join(', ')}) ${action}`;
}
