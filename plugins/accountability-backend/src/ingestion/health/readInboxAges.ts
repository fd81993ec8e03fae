import { Knex } from 'knex';
import { readInstant } from '../../database/instants';
import { DbInstant } from '../../database/tables';

/** When the delivery came that has waited longest for the records, epoch milliseconds, by source; sources with none are absent. One statement. */
export async function readInboxAges(knex: Knex): Promise<Map<string, number>> {
  const rows: { source: string; oldest: DbInstant }[] = await knex('inbox as i')
    .join('deliveries as d', join =>
      join.on('d.source', 'i.source').andOn('d.id', 'i.id'),
    )
    .groupBy('i.source')
    .orderBy('i.source')
    .select('i.source')
    .min({ oldest: 'd.received_at' });
  return new Map(
    rows.map(({ source, oldest }) => [source, readInstant(oldest)]),
  );
}
