import { Knex } from 'knex';
import { DeliveryRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';
import { toVerdictColumns } from '../inbox/deliveryRows';
import { rereadDelivery } from '../rereadDelivery';

/** Writes what today's collectors say of deliveries beside them; rows that say so already stay. */
export async function writeVerdicts(
  trx: Knex,
  read: readonly ReturnType<typeof rereadDelivery>[],
): Promise<void> {
  const groups = new Map<string, string[]>();
  for (const { id, collected } of read) {
    const verdict = JSON.stringify(toVerdictColumns(collected));
    groups.set(verdict, [...(groups.get(verdict) ?? []), id]);
  }
  for (const [verdict, ids] of groups) {
    const columns: ReturnType<typeof toVerdictColumns> = JSON.parse(verdict);
    await whereAny(trx<DeliveryRow>('deliveries'), 'id', ids)
      .whereIn('source', [read[0].source])
      .where(differs =>
        differs
          .whereNot({ verdict: columns.verdict, events: columns.events })
          .orWhereRaw("coalesce(because, '') <> coalesce(?, '')", [
            columns.because,
          ]),
      )
      .update(columns);
  }
}
