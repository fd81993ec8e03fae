import { DeliveryResponse } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { sortBy } from 'lodash';
import { writeInstant } from '../../database/instants';
import { DeliveryRow, InboxRow } from '../../database/tables';
import { VerifiedDelivery } from '../VerifiedDelivery';
import {
  toDeliveryResponse,
  toDeliveryRow,
  toVerdictColumns,
} from './deliveryRows';
import { graceMs } from './graceMs';
import { insertStored } from './insertStored';
import { saysSomething } from './saysSomething';

type StoredRow = Omit<DeliveryRow, 'body' | 'headers' | 'received_at'>;

/**
 * Stores deliveries in one transaction, and what says something in the inbox
 * too. One that is stored already is written nowhere and answered as the
 * first was. Answers in the order given. At most 500 deliveries.
 */
export async function storeDeliveries(
  database: Knex,
  deliveries: readonly VerifiedDelivery[],
): Promise<DeliveryResponse[]> {
  const given = deliveries.map(delivery => ({
    delivery,
    row: toDeliveryRow(delivery),
  }));
  // Sorted, so that two replicas given the same deliveries never deadlock.
  const sorted = sortBy(given, ({ row }) => keyOf(row));
  const stored = await insertStored(database, {
    rows: sorted.map(({ row }) => row),
    inbox: sorted
      .filter(({ delivery }) => saysSomething(delivery))
      .map(({ delivery }) => toInboxRow(delivery)),
  });
  const again = sorted.filter(({ row }) => !stored.has(row.id));
  const earlier = await readEarlier(
    database,
    again.map(({ row }) => row),
  );
  return given.map(({ row }) => {
    const first = stored.has(row.id) ? undefined : earlier.get(keyOf(row));
    return toDeliveryResponse(first ?? row, first !== undefined);
  });
}

function keyOf(row: Pick<DeliveryRow, 'source' | 'dedupe_key'>): string {
  return JSON.stringify([row.source, row.dedupe_key]);
}

function toInboxRow(delivery: VerifiedDelivery): InboxRow {
  return {
    id: delivery.id,
    source: delivery.source,
    events: toVerdictColumns(delivery.collected).events,
    due_at: writeInstant(delivery.receivedAt + graceMs),
    attempts: 0,
    trouble: null,
  };
}

async function readEarlier(
  database: Knex,
  again: readonly StoredRow[],
): Promise<Map<string, StoredRow>> {
  if (again.length === 0) return new Map();
  const rows: StoredRow[] = await database('deliveries')
    .whereIn('source', [...new Set(again.map(({ source }) => source))])
    .whereIn(
      'dedupe_key',
      again.map(row => row.dedupe_key),
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
  return new Map(rows.map(row => [keyOf(row), row]));
}
