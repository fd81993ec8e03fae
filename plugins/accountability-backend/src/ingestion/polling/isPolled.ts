import { VerifiedDelivery } from '../VerifiedDelivery';

/** What keys of polled deliveries begin with; those of webhooks begin with `id:` or `sha256:`. */
export const POLLED = 'poll:';

/** Whether a delivery was fetched: then it says nothing of how webhooks are doing, and its events may be long past. */
export function isPolled({
  dedupeKey,
}: Pick<VerifiedDelivery, 'dedupeKey'>): boolean {
  return dedupeKey.startsWith(POLLED);
}
