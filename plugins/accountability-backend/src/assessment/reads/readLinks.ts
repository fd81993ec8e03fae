import { PastAttribution } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { readInstant, readOptionalInstant } from '../../database/instants';
import { AttributionRow } from '../../database/tables';

const mostLinks = 100;

/** Every link of one incident of a service that was ever in force, newest first, at most 100, in one statement. */
export async function readLinks(
  knex: Knex,
  options: { entityRef: string; incident: string },
): Promise<PastAttribution[]> {
  const rows = await knex<AttributionRow>('attributions')
    .where({ entity_ref: options.entityRef, incident_id: options.incident })
    .orderBy('decided_at', 'desc')
    .limit(mostLinks)
    .select();
  return rows.map(row => {
    const supersededAt = readOptionalInstant(row.superseded_at);
    return {
      attribution: JSON.parse(row.attribution),
      decidedAt: readInstant(row.decided_at),
      ...(supersededAt !== undefined && { supersededAt }),
    };
  });
}
