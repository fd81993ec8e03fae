import { Knex } from 'knex';

/**
 * Restricts a query to rows whose column is any of the values, with one bind
 * however many there are: a list of binds would run into the limits of either
 * database and give each length its own plan.
 */
export function whereAny<T extends Knex.QueryBuilder>(
  query: T,
  column: string,
  values: readonly string[],
): T {
  if (query.client.config.client === 'pg') {
    query.whereRaw('?? = any(?)', [column, [...values]]);
  } else {
    query.whereRaw('?? in (select value from json_each(?))', [
      column,
      JSON.stringify(values),
    ]);
  }
  return query;
}
