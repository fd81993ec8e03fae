import { Knex } from 'knex';
import { readInstant, writeInstant } from '../../database/instants';
import { DeliveryRow, RetentionMarkRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';
import { Pruning } from './Pruning';

const BATCH = 500;

/**
 * Drops the bodies of deliveries of a source received before an instant,
 * which were kept for replay, and gives how many. Their rows stay: they know
 * a delivery that comes again. In small batches, each its own transaction; a
 * mark says how far it has come, so that what is pruned is not read again.
 */
export async function pruneDeliveryBodies(
  knex: Knex,
  { source, before, signal }: Pruning & { source: string },
): Promise<number> {
  const what = `bodies ${source}`;
  const mark = await knex<RetentionMarkRow>('retention_marks')
    .where({ what })
    .first();
  let from = mark ? readInstant(mark.pruned_until) : 0;
  let pruned = 0;
  while (!signal?.aborted) {
    const rows: Pick<DeliveryRow, 'id' | 'received_at'>[] = await knex(
      'deliveries',
    )
      .where({ source })
      .where('received_at', '>=', writeInstant(from))
      .where('received_at', '<', writeInstant(before))
      .whereNotNull('body')
      .orderBy('received_at')
      .limit(BATCH)
      .select('id', 'received_at');
    const last = rows[rows.length - 1];
    // Others may have come in the same instant as the last of a batch.
    from = last ? readInstant(last.received_at) : before;
    await dropBodies(knex, {
      source,
      what,
      ids: rows.map(({ id }) => id),
      from,
    });
    if (!last) break;
    pruned += rows.length;
  }
  return pruned;
}

async function dropBodies(
  knex: Knex,
  given: { source: string; what: string; ids: string[]; from: number },
): Promise<void> {
  const { source, what, ids, from } = given;
  await knex.transaction(async trx => {
    await whereAny(trx('deliveries').where({ source }), 'id', ids).update({
      body: null,
    });
    await trx('retention_marks')
      .insert({ what, pruned_until: writeInstant(from) })
      .onConflict('what')
      .merge();
  });
}
