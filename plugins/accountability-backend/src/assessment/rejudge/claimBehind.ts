import { Knex } from 'knex';
import { among } from '../../database/among';
import { writeInstant } from '../../database/instants';
import { AssessmentQueueRow } from '../../database/tables';
import { inForceDigest } from '../policy/inForceDigest';
import { leaseMs } from '../queue/claimDue';

/**
 * Takes services that another policy than the one in force judged last, after
 * a ref and in the order of refs, in one statement. They are taken under the
 * lease under which services are assessed, so that no two write results of one
 * of them; when they are due stays as it is. Services that failed are left to
 * the next assessment.
 */
export async function claimBehind(
  knex: Knex,
  options: { now: number; lease: string; after: string; limit: number },
): Promise<string[]> {
  const onPostgres = knex.client.config.client === 'pg';
  const { now, lease, after, limit } = options;
  const answer = await knex.raw(
    `update assessment_queue set lease = ?, leased_until = ?
    where entity_ref ${among(
      knex,
      `select q.entity_ref from assessments a
      join services s on s.entity_ref = a.entity_ref and s.removed_at is null
      join assessment_queue q on q.entity_ref = a.entity_ref
      where a.entity_ref > ? and a.policy <> ${inForceDigest}
        and q.attempts = 0
        and (q.leased_until is null or q.leased_until <= ?)
      order by a.entity_ref limit ?
      ${onPostgres ? 'for update of q skip locked' : ''}`,
    )} returning entity_ref`,
    [lease, writeInstant(now + leaseMs), after, writeInstant(now), limit],
  );
  const rows: Pick<AssessmentQueueRow, 'entity_ref'>[] = onPostgres
    ? answer.rows
    : answer;
  return rows.map(row => row.entity_ref).sort();
}
