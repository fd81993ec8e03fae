import { DeliverySource } from 'backstage-plugin-accountability-node';
import { KeyOf } from '../database/createKeyOf';
import { readInstant } from '../database/instants';
import { DeliveryRow } from '../database/tables';
import { isPolled } from './polling/isPolled';
import { collectSafely } from './collectSafely';
import { VerifiedDelivery } from './VerifiedDelivery';

type Reread = Pick<
  VerifiedDelivery,
  'id' | 'source' | 'receivedAt' | 'collected'
> & { polled: boolean };

/** What today's collectors make of a stored delivery. Its body must not be pruned. */
export function rereadDelivery(
  source: DeliverySource,
  row: Pick<
    DeliveryRow,
    'id' | 'dedupe_key' | 'received_at' | 'headers' | 'body'
  >,
  keyOf: KeyOf,
): Reread {
  const receivedAt = readInstant(row.received_at);
  const headers: Record<string, string> = JSON.parse(row.headers);
  const body = row.body ?? Buffer.alloc(0);
  return {
    id: row.id,
    source: source.id,
    receivedAt,
    polled: isPolled({ dedupeKey: row.dedupe_key }),
    collected: collectSafely(source, { headers, body, receivedAt }, keyOf),
  };
}
