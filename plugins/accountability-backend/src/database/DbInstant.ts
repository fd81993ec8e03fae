/** An instant as knex gives it back: `Date` on PostgreSQL and a number on SQLite. Read it with `readInstant`. */
export type DbInstant = Date | number | string;
