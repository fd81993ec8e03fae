import { Knex } from 'knex';

/**
 * Lets one transaction at a time decide on something, so that the second of
 * two replicas sees what the first decided. SQLite has one writer anyway.
 */
export async function lockDecisions(
  trx: Knex,
  on: { cause: string } | { attestation: string } | { exemption: string },
): Promise<void> {
  if (trx.client.config.client !== 'pg') return;
  const [[topic, name]] = Object.entries(on);
  await trx.raw(`select pg_advisory_xact_lock(hashtext(?), hashtext(?))`, [
    `accountability.${topic}`,
    name,
  ]);
}
