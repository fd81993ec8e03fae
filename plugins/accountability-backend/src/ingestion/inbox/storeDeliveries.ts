import { DeliveryResponse } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { DeliveryRow, InboxRow } from '../../database/tables';
import { VerifiedDelivery } from '../VerifiedDelivery';
import {
  toDeliveryResponse,
  toDeliveryRow,
  toVerdictColumns,
} from './deliveryRows';
import { insertStored } from './insertStored';
import { saysSomething } from './saysSomething';

type StoredRow = Omit<DeliveryRow, 'body' | 'headers' | 'received_at'>;

/** After this a crash of the replica that stored a delivery is assumed. Milliseconds. */
const GRACE_MS = 10_000;

/**
 * Stores deliveries in one transaction, and what says something in the inbox
 * too. One that is stored already is written nowhere and answered as the
 * first was. Answers in the order given. At most 500 deliveries.
 */
export async function storeDeliveries(
  database: Knex,
  deliveries: readonly VerifiedDelivery[],
): Promise<DeliveryResponse[]> {
  // Sorted, so that two replicas given the same deliveries never deadlock.
  const sorted = [...deliveries].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const stored = await insertStored(database, {
    rows: sorted.map(toDeliveryRow),
    inbox: sorted.filter(saysSomething).map(toInboxRow),
  });
  const earlier = await readEarlier(
    database,
    sorted.filter(delivery => !stored.has(delivery.id)),
  );
  return deliveries.map(delivery => {
    const before = earlier.get(keyOf(delivery));
    return before && !stored.has(delivery.id)
      ? toDeliveryResponse(before, true)
      : toDeliveryResponse(toDeliveryRow(delivery), false);
  });
}

function keyOf(delivery: { source: string; dedupeKey: string }): string {
  return JSON.stringify([delivery.source, delivery.dedupeKey]);
}

function toInboxRow(delivery: VerifiedDelivery): InboxRow {
  return {
    id: delivery.id,
    source: delivery.source,
    events: toVerdictColumns(delivery.collected).events,
    due_at: writeInstant(delivery.receivedAt + GRACE_MS),
    attempts: 0,
    trouble: null,
  };
}

async function readEarlier(
  database: Knex,
  duplicates: readonly VerifiedDelivery[],
): Promise<Map<string, StoredRow>> {
  if (duplicates.length === 0) return new Map();
  const rows: StoredRow[] = await database('deliveries')
    .whereIn('source', [...new Set(duplicates.map(({ source }) => source))])
    .whereIn(
      'dedupe_key',
      duplicates.map(({ dedupeKey }) => dedupeKey),
    )
    .select(
      'source',
      'id',
      'dedupe_key',
      'verdict',
      'because',
      'events',
      'refused',
    );
  return new Map(
    rows.map(row => [
      keyOf({ source: row.source, dedupeKey: row.dedupe_key }),
      row,
    ]),
  );
}
