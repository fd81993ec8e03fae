import { Exemption } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { ExemptionRow } from '../../database/tables';
import { lockDecisions } from '../lockDecisions';
import { describeExemption } from './describeExemption';
import { findExemption } from './findExemption';
import { Settled } from './Settled';

/**
 * Ends an exemption from an instant on; of who asked for it also one that
 * nobody decided yet. What ended already is refused with how. Call it in a
 * transaction.
 */
export async function revokeExemption(
  trx: Knex,
  revoked: { id: string; by: string; at: number; reason: string },
): Promise<Settled> {
  const { id, by, reason } = revoked;
  await lockDecisions(trx, { exemption: id });
  const exemption = await findExemption(trx, { id });
  if (!exemption) {
    return { status: 'refused', because: `There is no exemption ${id}` };
  }
  const because = whyNot(exemption, revoked);
  if (because !== undefined) return { status: 'refused', because };
  // Clocks of replicas differ a little: nothing ends before it began.
  const at = Math.max(
    revoked.at,
    exemption.requestedAt,
    exemption.decision?.at ?? 0,
  );
  await trx<ExemptionRow>('exemptions')
    .where({ id })
    .update({
      revoked_by: by,
      revoked_at: writeInstant(at),
      revoked_reason: reason,
    });
  return {
    status: 'kept',
    exemption: { ...exemption, revoked: { by, at, reason } },
  };
}

function whyNot(
  exemption: Exemption,
  { id, by, at }: { id: string; by: string; at: number },
): string | undefined {
  const { decision, requestedBy, expiresAt } = exemption;
  // Not by its state: a replica whose clock runs ahead may have decided.
  const isOver = exemption.revoked || expiresAt <= at;
  if (isOver || decision?.verdict === 'denied') {
    return `The exemption ${id} ${describeExemption(
      exemption,
      at,
    )}; nothing is left to revoke`;
  }
  return decision || by === requestedBy
    ? undefined
    : `The exemption ${id} is not decided yet; deny it instead of revoking it`;
}
