import { Knex } from 'knex';
import { insertRows } from '../../database/insertRows';
import { writeInstant } from '../../database/instants';
import { FactSnapshotRow } from '../../database/tables';

/**
 * Keeps what closed days said so far where they are told otherwise now, with
 * the instant until which that stood: in two statements, before the snapshots
 * are written.
 */
export async function keepRevisions(
  trx: Knex,
  told: readonly FactSnapshotRow[],
  stretch: { entityRef: string; now: number },
): Promise<void> {
  if (told.length === 0) return;
  const days = told.map(({ day }) => day).sort();
  const stored = await trx<FactSnapshotRow>('fact_snapshots')
    .where({ entity_ref: stretch.entityRef })
    .whereBetween('day', [days[0], days[days.length - 1]])
    .select();
  const keyOf = ({ fact, day }: FactSnapshotRow) => JSON.stringify([fact, day]);
  const next = new Map(told.map(row => [keyOf(row), row]));
  const moved = stored.filter(row => {
    const now = next.get(keyOf(row));
    return now && (now.value !== row.value || now.reason !== row.reason);
  });
  await insertRows(
    trx,
    {
      table: 'fact_snapshot_revisions',
      key: ['entity_ref', 'fact', 'day', 'stood_until'],
      onConflict: 'nothing',
    },
    moved.map(row => ({ ...row, stood_until: writeInstant(stretch.now) })),
  );
}
