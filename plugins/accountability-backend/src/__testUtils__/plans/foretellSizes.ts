import { Knex } from 'knex';
import { growing } from './growing';

/** Rows that a table which grows is said to have on each page; it has one or a few. */
const ROWS = 1_000_000;
/** Columns by which rows are told apart as those of one service or repository, and of how many. */
const OF_ONE = ['cause_entity_ref', 'entity_ref', 'subject'];
const SERVICES = 10_000;

/** Has statistics never taken by the database itself, so that plans do not follow from when that would be. */
export async function stopStatistics(knex: Knex): Promise<void> {
  for (const table of await tablesOf(knex)) {
    await knex.raw('alter table ?? set (autovacuum_enabled = off)', table);
  }
}

/**
 * Tells the planner that what grows has grown, of thousands of services, and
 * nothing of the rest, which it then takes to have ten pages. It takes tables without a row to have ten
 * pages, too, as long as it is told nothing of them.
 */
export async function foretellSizes(knex: Knex): Promise<void> {
  for (const table of await tablesOf(knex)) {
    const isFilled = (await knex(table).first()) !== undefined;
    await knex.raw(
      `select pg_restore_relation_stats(
        'schemaname', current_schema()::text, 'relname', ?::text,
        'relpages', ?::integer, 'reltuples', ?::real)`,
      growing.includes(table) && isFilled ? [table, 1, ROWS] : [table, 0, -1],
    );
  }
  await knex.raw(
    `select pg_restore_attribute_stats(
      'schemaname', table_schema::text, 'relname', table_name::text,
      'attname', column_name::text, 'inherited', false,
      'null_frac', 0::real, 'avg_width', 30, 'n_distinct', ?::real)
    from information_schema.columns
    where table_schema = current_schema()
      and table_name = any(?) and column_name = any(?)`,
    [SERVICES, [...growing], OF_ONE],
  );
}

async function tablesOf(knex: Knex): Promise<string[]> {
  return knex('pg_tables')
    .whereRaw('schemaname = current_schema()')
    .whereNot('tablename', 'like', 'knex_%')
    .orderBy('tablename')
    .pluck('tablename');
}
