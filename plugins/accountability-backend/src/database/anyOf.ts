import { Knex } from 'knex';

/**
 * The condition that a column is any of the values, its text and its one bind
 * however many there are: a list of binds would run into the limits of either
 * database and give each length its own plan.
 */
export function anyOf(
  { client }: Pick<Knex, 'client'>,
  values: readonly string[],
): { sql: string; bind: string[] | string } {
  return client.config.client === 'pg'
    ? { sql: '= any(?)', bind: [...values] }
    : {
        sql: 'in (select value from json_each(?))',
        bind: JSON.stringify(values),
      };
}
