import { Attribution } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { AttributionRow } from '../../database/tables';

/** An incident that is charged to a deployment, and the service that it is of. */
export interface StoredCharge {
  /** Entity ref of the incident's service. */
  service: string;
  attribution: Attribution;
}

const mostCharges = 200;

/** Links in force that charge a deployment, whatever service their incidents are of; at most 200, in one statement. */
export async function readCharges(
  knex: Knex,
  options: { cause: string },
): Promise<StoredCharge[]> {
  const rows = await knex<AttributionRow>('attributions')
    .where({ cause_id: options.cause })
    .whereNull('superseded_at')
    .orderBy(['incident_at', 'incident_id', 'entity_ref'])
    .limit(mostCharges)
    .select();
  return rows.map(row => {
    return {
      service: row.entity_ref,
      attribution: JSON.parse(row.attribution),
    };
  });
}
