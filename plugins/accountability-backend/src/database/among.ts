import { Knex } from 'knex';

/**
 * The condition that a column is among what a select gives, its text with any
 * binds. PostgreSQL does not know how few that is and reads a table whole
 * beside an `in`; an array it finishes first, and looks each value up.
 */
export function among(knex: Knex, select: string): string {
  return knex.client.config.client === 'pg'
    ? `= any(array(${select}))`
    : `in (${select})`;
}
