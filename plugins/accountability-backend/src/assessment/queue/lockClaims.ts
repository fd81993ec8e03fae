import { Knex } from 'knex';
import { AssessmentQueueRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';

/**
 * Locks the queue rows of claims that are still held, in the order of their
 * refs, and gives their versions by ref. A service that is missing was claimed
 * by another worker after the lease ran out: nothing of it may be written.
 */
export async function lockClaims(
  trx: Knex,
  options: { lease: string; entityRefs: readonly string[] },
): Promise<Map<string, number>> {
  const query = whereAny(
    trx<AssessmentQueueRow>('assessment_queue')
      .select('entity_ref', 'version')
      .where({ lease: options.lease })
      .orderBy('entity_ref'),
    'entity_ref',
    options.entityRefs,
  );
  const rows: Pick<AssessmentQueueRow, 'entity_ref' | 'version'>[] = await (trx
    .client.config.client === 'pg'
    ? query.forUpdate()
    : query);
  return new Map(rows.map(row => [row.entity_ref, row.version]));
}
