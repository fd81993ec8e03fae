import { CauseOverrideEntry } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { timeOrderedId } from '../database/timeOrderedId';
import { CauseOverrideRow } from '../database/tables';
import { Decision } from './Decision';
import { toEntry } from './toEntry';
import { withdrawCause } from './withdrawCause';

/**
 * Keeps a decision on the cause of an incident. One that was in force gives
 * way and stays in the history; of each incident one is in force. Call it in a
 * transaction.
 */
export async function decideCause(
  trx: Knex,
  decision: Decision,
): Promise<CauseOverrideEntry> {
  const { incident, by, reason } = decision;
  const before = await withdrawCause(trx, {
    ...decision,
    reason: 'Another decision took its place.',
  });
  // Two in one millisecond keep their order.
  const at = before
    ? Math.max(decision.at, before.withdrawn?.at ?? 0, before.at + 1)
    : decision.at;
  const row = {
    id: timeOrderedId(at),
    incident_id: incident,
    entity_ref: decision.entityRef,
    cause_id: decision.cause ?? null,
    reason,
    decided_by: by,
    decided_at: writeInstant(at),
    withdrawn_at: null,
    withdrawn_by: null,
    withdrawn_reason: null,
  };
  await trx<CauseOverrideRow>('cause_overrides').insert(row);
  return toEntry(row);
}
