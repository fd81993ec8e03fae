import { Knex } from 'knex';

/**
 * Lets a transaction end without waiting for the disk, where the database
 * can. For work that is derived from what is durable and is done again where
 * a crash of the database takes it back: it is taken back as a whole.
 */
export async function withoutDurability(trx: Knex): Promise<void> {
  if (trx.client.config.client !== 'pg') return;
  await trx.raw('set local synchronous_commit to off');
}
