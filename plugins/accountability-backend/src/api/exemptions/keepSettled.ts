import { ConflictError } from '@backstage/errors';
import { Exemption } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { markExemptedDue } from '../../assessment';
import { Settled } from '../../governance';
import { ApiContext } from '../ApiContext';

/**
 * Keeps a request, a decision or a revocation; throws 409 where somebody was
 * first. What changes results makes every service that it is for due at once.
 */
export async function keepSettled(
  context: ApiContext,
  settle: (trx: Knex) => Promise<Settled>,
): Promise<Exemption> {
  let isDue = false;
  const settled = await context.database.transaction(async trx => {
    const came = await settle(trx);
    if (came.status === 'kept' && changesResults(came.exemption)) {
      const { subject } = came.exemption;
      await markExemptedDue(trx, { subject, dueAt: context.now() });
      isDue = true;
    }
    return came;
  });
  if (settled.status === 'refused') throw new ConflictError(settled.because);
  if (isDue) context.wake();
  return settled.exemption;
}

/** What was never approved holds for no service. */
function changesResults({ decision }: Exemption): boolean {
  return decision?.verdict === 'approved';
}
