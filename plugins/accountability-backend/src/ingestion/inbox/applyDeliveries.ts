import { Poller } from 'backstage-plugin-accountability-node';
import { Knex } from 'knex';
import { whereAny } from '../../database/whereAny';
import { withoutDurability } from '../../database/withoutDurability';
import { earliestOfClosedDays } from '../earliestOfClosedDays';
import { askForDetails } from '../polling/askForDetails';
import { DeliverySinks, VerifiedDelivery } from '../VerifiedDelivery';

/** What applying needs of a delivery; its body has done its work. */
export type ReadDelivery = Pick<
  VerifiedDelivery,
  'id' | 'source' | 'receivedAt' | 'collected'
> & {
  /** Whether it was fetched; absent is no. */
  polled?: boolean;
};

/** What applying works with. */
export interface Applying {
  database: Knex;
  sinks: DeliverySinks;
  /** Those that may be asked for details of what was told; none where absent. */
  pollers?: readonly Poller[];
}

/**
 * Writes what stored deliveries say to the records and to ownership, makes
 * due what they speak of, and takes them out of the inbox, in one
 * transaction; of merges it has the details asked for. A delivery that is not in the inbox any more, or that another
 * replica is at, is left alone.
 */
export async function applyDeliveries(
  { database, sinks, pollers = [] }: Applying,
  deliveries: readonly ReadDelivery[],
): Promise<void> {
  await database.transaction(async trx => {
    // The inbox is durable: what a crash takes back is applied again.
    await withoutDurability(trx);
    const waiting = await lockWaiting(
      trx,
      deliveries.map(({ id }) => id),
    );
    if (waiting.size === 0) return;
    const left = deliveries.filter(({ id }) => waiting.has(id));
    await writeParts(trx, sinks, left);
    await askForDetails(trx, { pollers, deliveries: left });
    await whereAny(trx('inbox'), 'id', [...waiting]).delete();
  });
}

async function lockWaiting(
  trx: Knex,
  ids: readonly string[],
): Promise<Set<string>> {
  const query = whereAny(trx('inbox'), 'id', ids).select<{ id: string }[]>(
    'id',
  );
  if (trx.client.config.client === 'pg') query.forUpdate().skipLocked();
  return new Set((await query).map(({ id }) => id));
}

/** Writes record events and owner changes, and marks what is due because of them. */
export async function writeParts(
  trx: Knex,
  sinks: DeliverySinks,
  deliveries: readonly ReadDelivery[],
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
