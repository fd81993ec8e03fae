import { Knex } from 'knex';
import { writeInstant } from '../database/instants';

/**
 * Drops the bodies of deliveries received before an instant (epoch
 * milliseconds), which were kept for replay, and gives how many. Their rows
 * stay: they know a delivery that comes again.
 */
export async function pruneDeliveryBodies(
  knex: Knex,
  { before }: { before: number },
): Promise<number> {
  return knex('deliveries')
    .where('received_at', '<', writeInstant(before))
    .whereNotNull('body')
    .update({ body: null });
}
