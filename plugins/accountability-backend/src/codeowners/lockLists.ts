import { Knex } from 'knex';

/**
 * Lets one transaction at a time bring the lists of files and names in line,
 * so that the second of two replicas finds that nothing is left to do. SQLite
 * has one writer anyway.
 */
export async function lockLists(trx: Knex): Promise<void> {
  if (trx.client.config.client !== 'pg') return;
  await trx.raw(
    `select pg_advisory_xact_lock(hashtext('accountability.codeowners'))`,
  );
}
