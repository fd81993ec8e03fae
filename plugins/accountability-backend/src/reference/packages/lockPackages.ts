import { Knex } from 'knex';

/**
 * Lets one transaction at a time write many packages, so that two never wait
 * for each other. SQLite has one writer anyway.
 */
export async function lockPackages(trx: Knex): Promise<void> {
  if (trx.client.config.client !== 'pg') return;
  await trx.raw(
    `select pg_advisory_xact_lock(hashtext('accountability.packages'))`,
  );
}
