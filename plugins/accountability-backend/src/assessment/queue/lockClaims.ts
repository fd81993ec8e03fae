import { Knex } from 'knex';
import { readOptionalInstant } from '../../database/instants';
import { AssessmentQueueRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';

/** What the queue says of a claim that is still held. */
export interface Held {
  version: number;
  /** From when on closed days of the service are to be restated; epoch milliseconds. */
  restateFrom?: number;
}

/**
 * Locks the queue rows of claims that are still held, in the order of their
 * refs, and gives what the queue says of them by ref. A service that is missing was claimed
 * by another worker after the lease ran out: nothing of it may be written.
 * `also` names services that will be made due in the same transaction: locked
 * later and out of order, they and another worker could wait for each other.
 */
export async function lockClaims(
  trx: Knex,
  options: {
    lease: string;
    entityRefs: readonly string[];
    also?: readonly string[];
  },
): Promise<Map<string, Held>> {
  const { lease, entityRefs, also = [] } = options;
  const query = whereAny(
    trx<AssessmentQueueRow>('assessment_queue')
      .select('entity_ref', 'version', 'lease', 'restate_from')
      .orderBy('entity_ref'),
    'entity_ref',
    [...entityRefs, ...also],
  );
  if (also.length === 0) query.where({ lease });
  const rows: Pick<
    AssessmentQueueRow,
    'entity_ref' | 'version' | 'lease' | 'restate_from'
  >[] = await (trx.client.config.client === 'pg' ? query.forUpdate() : query);
  const claimed = new Set(entityRefs);
  return new Map(
    rows
      .filter(row => row.lease === lease && claimed.has(row.entity_ref))
      .map(row => [
        row.entity_ref,
        {
          version: row.version,
          restateFrom: readOptionalInstant(row.restate_from),
        },
      ]),
  );
}
