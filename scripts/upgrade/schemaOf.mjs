const OF_KNEX = ['knex_migrations', 'knex_migrations_lock'];

const COLUMNS = `
  select table_name as table, column_name as column,
    concat_ws(' ', data_type, case is_nullable when 'NO' then 'not null' end,
      'default ' || column_default) as type
  from information_schema.columns
  where table_schema = 'public' and table_name <> all ($1)
  order by 1, 2`;

const INDICES = `
  select indexname as name, indexdef as definition from pg_indexes
  where schemaname = 'public' and tablename <> all ($1) order by 1`;

const CONSTRAINTS = `
  select conrelid::regclass || ' ' || conname as name,
    pg_get_constraintdef(oid) as definition
  from pg_constraint
  where connamespace = 'public'::regnamespace and conrelid <> 0
    and conrelid::regclass::text <> all ($1)
  order by 1`;

/** Every column, index and constraint of the plugin's tables, as a map from its name to what it is. */
export async function schemaOf(client) {
  const [columns, indices, constraints] = [
    await client.query(COLUMNS, [OF_KNEX]),
    await client.query(INDICES, [OF_KNEX]),
    await client.query(CONSTRAINTS, [OF_KNEX]),
  ].map(({ rows }) => rows);
  return new Map([
    ...columns.map(({ table, column, type }) => [`${table}.${column}`, type]),
    ...indices.map(({ name, definition }) => [`index ${name}`, definition]),
    ...constraints.map(({ name, definition }) => [
      `constraint ${name}`,
      definition,
    ]),
  ]);
}

/** The columns of a schema by table, both in order. */
export function columnsOf(schema) {
  const tables = new Map();
  for (const name of schema.keys()) {
    const [table, column] = name.split('.');
    if (column === undefined || name.includes(' ')) continue;
    tables.set(table, [...(tables.get(table) ?? []), column]);
  }
  return tables;
}
