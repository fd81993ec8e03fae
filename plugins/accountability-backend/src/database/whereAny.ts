import { Knex } from 'knex';
import { anyOf } from './anyOf';

/** Restricts a query to rows whose column is any of the values, see `anyOf`. */
export function whereAny<T extends Knex.QueryBuilder>(
  query: T,
  column: string,
  values: readonly string[],
): T {
  const { sql, bind } = anyOf(query, values);
  query.whereRaw(`?? ${sql}`, [column, bind]);
  return query;
}
