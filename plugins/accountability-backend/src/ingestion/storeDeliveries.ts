import { DeliveryResponse } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { earliestOfClosedDays } from './earliestOfClosedDays';
import { DeliveryRow } from '../database/tables';
import { toDeliveryResponse, toDeliveryRow } from './deliveryRows';
import { DeliverySinks, VerifiedDelivery } from './VerifiedDelivery';

type StoredRow = Omit<DeliveryRow, 'body' | 'headers' | 'received_at'>;

/**
 * Stores deliveries in one transaction: their rows, their record events and
 * owner changes, and what is due because of them. One that is stored
 * already is written nowhere and answered as the first was. Answers in the
 * order given. At most 500 deliveries.
 */
export async function storeDeliveries(
  database: Knex,
  sinks: DeliverySinks,
  deliveries: readonly VerifiedDelivery[],
): Promise<DeliveryResponse[]> {
  // Sorted, so that two replicas given the same deliveries never deadlock.
  const sorted = [...deliveries].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return database.transaction(async trx => {
    const stored = await insertDeliveries(trx, sorted);
    const firsts = sorted.filter(delivery => stored.has(delivery.id));
    await writeParts(trx, sinks, firsts);
    const earlier = await readEarlier(
      trx,
      sorted.filter(delivery => !stored.has(delivery.id)),
    );
    return deliveries.map(delivery => {
      const before = earlier.get(keyOf(delivery));
      return before && !stored.has(delivery.id)
        ? toDeliveryResponse(before, true)
        : toDeliveryResponse(toDeliveryRow(delivery), false);
    });
  });
}

function keyOf(delivery: { source: string; dedupeKey: string }): string {
  return JSON.stringify([delivery.source, delivery.dedupeKey]);
}

/** The unique key decides which of two equal deliveries is the first; gives the ids of the firsts. */
async function insertDeliveries(
  trx: Knex,
  deliveries: readonly VerifiedDelivery[],
): Promise<Set<string>> {
  const inserted: Pick<DeliveryRow, 'id'>[] = await trx('deliveries')
    .insert(deliveries.map(toDeliveryRow))
    .onConflict(['source', 'dedupe_key'])
    .ignore()
    .returning('id');
  return new Set(inserted.map(row => row.id));
}

async function readEarlier(
  trx: Knex,
  duplicates: readonly VerifiedDelivery[],
): Promise<Map<string, StoredRow>> {
  if (duplicates.length === 0) return new Map();
  const rows: StoredRow[] = await trx('deliveries')
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

async function writeParts(
  trx: Knex,
  sinks: DeliverySinks,
  deliveries: readonly VerifiedDelivery[],
): Promise<void> {
  const accepted = deliveries.flatMap(({ collected, id, receivedAt }) =>
    collected.status === 'accepted' ? [{ ...collected, id, receivedAt }] : [],
  );
  if (accepted.length === 0) return;
  const dueAt = Math.max(...accepted.map(({ receivedAt }) => receivedAt));
  const { subjects } = await sinks.writeRecordEvents(
    trx,
    accepted.map(({ events, id, receivedAt }) => ({
      events,
      deliveryId: id,
      receivedAt,
    })),
  );
  const changes = accepted.flatMap(({ ownerChanges }) => ownerChanges ?? []);
  const { entityRefs } =
    changes.length > 0
      ? await sinks.writeOwnerChanges(trx, { changes, origin: 'import' })
      : { entityRefs: [] };
  const told = [...accepted.flatMap(({ events }) => events), ...changes];
  const due = { dueAt, restateFrom: earliestOfClosedDays(told, dueAt) };
  if (subjects.length > 0)
    await sinks.markSubjectsDue(trx, { subjects, ...due });
  if (entityRefs.length > 0) await sinks.markDue(trx, { entityRefs, ...due });
}
