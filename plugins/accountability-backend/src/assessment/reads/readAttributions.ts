import { Attribution } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { AttributionRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';

/** Attributions in force of a service's incidents, by incident id, in one statement. */
export async function readAttributions(
  knex: Knex,
  options: { entityRef: string; incidents: readonly string[] },
): Promise<Attribution[]> {
  const rows: AttributionRow[] = await whereAny(
    knex<AttributionRow>('attributions')
      .select()
      .where({ entity_ref: options.entityRef })
      .whereNull('superseded_at')
      .orderBy('incident_id'),
    'incident_id',
    options.incidents,
  );
  return rows.map(row => JSON.parse(row.attribution));
}
