import { VerifiedDelivery } from '../VerifiedDelivery';

/** Whether a delivery holds anything that belongs into the records or to ownership. */
export function saysSomething({
  collected,
}: Pick<VerifiedDelivery, 'collected'>): boolean {
  if (collected.status !== 'accepted') return false;
  return collected.events.length + (collected.ownerChanges?.length ?? 0) > 0;
}
