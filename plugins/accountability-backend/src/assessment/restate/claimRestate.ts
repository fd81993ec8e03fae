import { Knex } from 'knex';
import { readInstant, writeInstant } from '../../database/instants';
import { AssessmentQueueRow } from '../../database/tables';
import { leaseMs } from '../queue/claimDue';

/** A service whose closed days are to be restated, taken under a lease. */
export interface RestateClaim {
  entityRef: string;
  version: number;
  /** Epoch milliseconds. */
  restateFrom: number;
}

/**
 * Takes one service whose closed days are to be restated and which is not due
 * itself, in one statement; undefined where there is none. A crash gives it
 * back when the lease runs out.
 */
export async function claimRestate(
  knex: Knex,
  options: { now: number; lease: string; except: readonly string[] },
): Promise<RestateClaim | undefined> {
  const onPostgres = knex.client.config.client === 'pg';
  const { except } = options;
  const now = writeInstant(options.now);
  const answer = await knex.raw(
    `update assessment_queue set lease = ?, leased_until = ?
    where entity_ref in (
      select entity_ref from assessment_queue
      where restate_from is not null and due_at > ?
        and (leased_until is null or leased_until <= ?)
        ${except.map(() => 'and entity_ref <> ?').join(' ')}
      order by restate_from, entity_ref limit 1
      ${onPostgres ? 'for update skip locked' : ''}
    ) returning entity_ref, version, restate_from`,
    [options.lease, writeInstant(options.now + leaseMs), now, now, ...except],
  );
  const [row]: AssessmentQueueRow[] = onPostgres ? answer.rows : answer;
  if (!row || row.restate_from === null) return undefined;
  return {
    entityRef: row.entity_ref,
    version: row.version,
    restateFrom: readInstant(row.restate_from),
  };
}

/**
 * Gives the claim back. The service is due, so that its document tells the new
 * history; where more late records came meanwhile, it stays to be restated.
 */
export async function finishRestate(
  trx: Knex,
  options: { claim: RestateClaim; lease: string; now: number },
): Promise<void> {
  const { claim, lease, now } = options;
  await trx.raw(
    `update assessment_queue set
      restate_from = case when version = ? then null else restate_from end,
      due_at = ?, lease = null, leased_until = null
    where entity_ref = ? and lease = ?`,
    [claim.version, writeInstant(now), claim.entityRef, lease],
  );
}

/** Gives the claim back undone. */
export async function returnRestate(
  knex: Knex,
  options: { claim: RestateClaim; lease: string },
): Promise<void> {
  await knex<AssessmentQueueRow>('assessment_queue')
    .where({ entity_ref: options.claim.entityRef, lease: options.lease })
    .update({ lease: null, leased_until: null });
}
