import { CauseOverrideEntry } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { readInstant, writeInstant } from '../database/instants';
import { CauseOverrideRow } from '../database/tables';
import { Decision } from './Decision';
import { lockDecisions } from './lockDecisions';
import { toEntry } from './toEntry';

/**
 * Withdraws the decision on an incident that is in force and gives it;
 * undefined where none is. Nothing is deleted: it stays with who withdrew it
 * and why. Call it in a transaction.
 */
export async function withdrawCause(
  trx: Knex,
  given: Pick<Decision, 'incident' | 'by' | 'reason' | 'at'>,
): Promise<CauseOverrideEntry | undefined> {
  await lockDecisions(trx, { cause: given.incident });
  const [row] = await trx<CauseOverrideRow>('cause_overrides')
    .where({ incident_id: given.incident })
    .whereNull('withdrawn_at')
    .select();
  if (!row) return undefined;
  // Clocks of replicas differ a little: nothing ends before it began.
  const at = Math.max(given.at, readInstant(row.decided_at));
  const withdrawn = {
    withdrawn_at: writeInstant(at),
    withdrawn_by: given.by,
    withdrawn_reason: given.reason,
  };
  await trx<CauseOverrideRow>('cause_overrides')
    .where({ id: row.id })
    .update(withdrawn);
  return toEntry({ ...row, ...withdrawn });
}
