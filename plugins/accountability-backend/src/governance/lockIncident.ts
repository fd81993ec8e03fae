import { Knex } from 'knex';

/**
 * Lets one transaction at a time decide on an incident, so that the second of
 * two replicas sees what the first decided. SQLite has one writer anyway.
 */
export async function lockIncident(trx: Knex, incident: string): Promise<void> {
  if (trx.client.config.client !== 'pg') return;
  await trx.raw(
    `select pg_advisory_xact_lock(hashtext('accountability.cause'), hashtext(?))`,
    [incident],
  );
}
