import { withDatabase } from './withDatabase.mjs';

const NAME = '29990101000000_of_a_later_version.js';

/**
 * Does to the tables what the first replica of a later version does when it
 * starts: a column more and an index, and a migration that those of today do
 * not know. Backends of today are at work meanwhile.
 */
export function migrateToLaterVersion(port) {
  return withDatabase(port, async client => {
    await client.query('begin');
    await client.query(
      'alter table records add column later_version text default $$none$$',
    );
    await client.query(
      'create index later_version_index on records (later_version)',
    );
    await client.query(
      `insert into knex_migrations (name, batch, migration_time)
       values ($1, 99, now())`,
      [NAME],
    );
    await client.query('commit');
  });
}
