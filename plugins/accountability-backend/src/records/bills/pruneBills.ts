import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { whereAny } from '../../database/whereAny';

const BATCH = 200;

/**
 * Deletes bills that no record has and that did not come in since an instant
 * (epoch milliseconds), and gives how many. In small batches, each its own
 * transaction.
 */
export async function pruneBills(
  knex: Knex,
  { before, signal }: { before: number; signal?: AbortSignal },
): Promise<number> {
  let pruned = 0;
  let batch: Batch;
  do {
    batch = await knex.transaction(trx => pruneBatch(trx, before));
    pruned += batch.pruned;
  } while (batch.found === BATCH && !signal?.aborted);
  return pruned;
}

interface Batch {
  found: number;
  pruned: number;
}

async function pruneBatch(trx: Knex, before: number): Promise<Batch> {
  const digests: string[] = await unused(trx)
    .where('seen_at', '<', writeInstant(before))
    .orderBy('digest')
    .limit(BATCH)
    .forUpdate()
    .pluck('digest');
  // Asked again: who had the lock before may have written a record that has it.
  const pruned = await whereAny(unused(trx), 'digest', digests).delete();
  return { found: digests.length, pruned };
}

function unused(trx: Knex) {
  return trx('bills').whereNotExists(
    trx('bill_reports')
      .select(trx.raw('1'))
      .whereRaw('bill_reports.digest = bills.digest'),
  );
}
