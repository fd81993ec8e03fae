import { ExemptionDecision } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { ExemptionRow } from '../../database/tables';
import { lockDecisions } from '../lockDecisions';
import { describeExemption } from './describeExemption';
import { findExemption } from './findExemption';
import { Settled } from './Settled';

/**
 * Keeps what somebody decided on a request. The first one counts: the second
 * is refused with who that was. Call it in a transaction.
 */
export async function decideExemption(
  trx: Knex,
  decided: ExemptionDecision & { id: string },
): Promise<Settled> {
  const { id, verdict, by } = decided;
  await lockDecisions(trx, { exemption: id });
  const exemption = await findExemption(trx, { id });
  if (!exemption) {
    return { status: 'refused', because: `There is no exemption ${id}` };
  }
  // Not by its state: a replica whose clock runs ahead may have decided.
  const isOver = exemption.expiresAt <= decided.at;
  if (exemption.decision || exemption.revoked || isOver) {
    const because = `The exemption ${id} ${describeExemption(
      exemption,
      decided.at,
    )}; nothing is left to decide`;
    return { status: 'refused', because };
  }
  // Clocks of replicas differ a little: nothing is decided before it was asked for.
  const at = Math.max(decided.at, exemption.requestedAt);
  await trx<ExemptionRow>('exemptions')
    .where({ id })
    .update({
      verdict,
      decided_by: by,
      decided_at: writeInstant(at),
      decided_reason: decided.reason ?? null,
    });
  const decision = { verdict, by, at, ...reasonOf(decided) };
  return { status: 'kept', exemption: { ...exemption, decision } };
}

function reasonOf({ reason }: ExemptionDecision) {
  return reason === undefined ? {} : { reason };
}
