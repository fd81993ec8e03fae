import { Knex } from 'knex';
import { whereAny } from '../../../database/whereAny';

/** Number of services of the catalog by scorecard, of all or of those visible, in one statement. */
export async function countScored(
  knex: Knex,
  options: { visible?: readonly string[] },
): Promise<Map<string, number>> {
  const query = knex('service_levels as l')
    .join('services as s', 's.entity_ref', 'l.entity_ref')
    .whereNull('s.removed_at')
    .groupBy('l.scorecard')
    .select('l.scorecard', knex.raw('count(*) as services'));
  if (options.visible) whereAny(query, 's.entity_ref', options.visible);
  const rows: { scorecard: string; services: number | string }[] = await query;
  return new Map(rows.map(row => [row.scorecard, Number(row.services)]));
}
