import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { whereAny } from '../../database/whereAny';
import { Pruning } from './Pruning';

const BATCH = 500;

/**
 * Deletes deliveries of a source received before an instant, and gives how
 * many. What they told stays; one that comes again after so long is read
 * again, and changes nothing. One that waits in the inbox is left.
 */
export async function pruneDeliveries(
  knex: Knex,
  { source, before, signal }: Pruning & { source: string },
): Promise<number> {
  let pruned = 0;
  while (!signal?.aborted) {
    const ids = await knex('deliveries')
      .where({ source })
      .where('received_at', '<', writeInstant(before))
      .whereNotExists(
        knex('inbox')
          .select(knex.raw('1'))
          .whereRaw('inbox.id = deliveries.id'),
      )
      .orderBy('received_at')
      .limit(BATCH)
      .pluck<string[]>('id');
    if (ids.length === 0) break;
    pruned += await whereAny(
      knex('deliveries').where({ source }),
      'id',
      ids,
    ).delete();
  }
  return pruned;
}
