import { Knex } from 'knex';
import { readInstant } from '../../database/instants';
import { DbInstant } from '../../database/tables';

/**
 * When each source that ever delivered did so last. Steps from source to
 * source along the index instead of reading every delivery.
 */
export async function readLastReceived(
  knex: Knex,
): Promise<Map<string, number>> {
  const rows: { source: string; last: DbInstant }[] = await knex
    .withRecursive(
      'sources',
      ['source'],
      knex.raw(
        `select min(source) from deliveries union all
         select (select min(d.source) from deliveries d where d.source > sources.source)
         from sources where sources.source is not null`,
      ),
    )
    .from('sources')
    .whereNotNull('sources.source')
    .orderBy('sources.source')
    .select(
      'sources.source',
      knex('deliveries as latest')
        .max('latest.received_at')
        .whereRaw('latest.source = sources.source')
        .as('last'),
    );
  return new Map(rows.map(({ source, last }) => [source, readInstant(last)]));
}
