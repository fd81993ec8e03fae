import { Knex } from 'knex';
import {
  readInstant,
  readOptionalInstant,
  writeInstant,
} from '../../database/instants';
import { AttributionRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';
import { readRecordsById } from '../../records';
import { ForeignLink } from './Surroundings';

/**
 * Links that charge any of the services with an incident of another, by the
 * service that is charged: of incidents begun at or after `from`, those in
 * force, or with `past` also those that were.
 */
export async function readForeignLinks(
  knex: Knex,
  options: { entityRefs: readonly string[]; from: number; past: boolean },
): Promise<Map<string, ForeignLink[]>> {
  const rows: AttributionRow[] = await whereAny(
    knex<AttributionRow>('attributions')
      .select()
      .where('incident_at', '>=', writeInstant(options.from))
      .modify(query => {
        if (!options.past) query.whereNull('superseded_at');
      })
      .orderBy(['incident_id', 'entity_ref', 'decided_at']),
    'cause_entity_ref',
    options.entityRefs,
  );
  const links = new Map<string, ForeignLink[]>();
  if (rows.length === 0) return links;
  const found = await readRecordsById(knex, {
    ids: rows.map(row => row.incident_id),
  });
  const incidents = new Map(found.map(record => [record.id, record]));
  for (const row of rows) {
    const incident = incidents.get(row.incident_id);
    const charged = row.cause_entity_ref;
    if (incident?.kind !== 'incident' || charged === null) continue;
    const link: ForeignLink = {
      attribution: JSON.parse(row.attribution),
      incident,
      decidedAt: readInstant(row.decided_at),
      supersededAt: readOptionalInstant(row.superseded_at),
    };
    links.set(charged, [...(links.get(charged) ?? []), link]);
  }
  return links;
}
