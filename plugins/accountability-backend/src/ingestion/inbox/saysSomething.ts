import { VerifiedDelivery } from '../VerifiedDelivery';
import { countParts } from './countParts';

/** Whether a delivery holds anything that belongs into the records or to ownership. */
export function saysSomething({
  collected,
}: Pick<VerifiedDelivery, 'collected'>): boolean {
  return countParts(collected) > 0;
}
