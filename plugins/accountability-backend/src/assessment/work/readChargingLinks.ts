import { Knex } from 'knex';
import { among } from '../../database/among';
import { anyOf } from '../../database/anyOf';
import { writeInstant } from '../../database/instants';
import { AttributionRow } from '../../database/tables';
import { ServiceFile } from '../../ownership';

/**
 * Links of incidents begun at or after `from` that charge another service,
 * which is one of the given or has a subject in common with one: those in
 * force, or with `past` also those that were; by incident, service and time.
 */
export async function readChargingLinks(
  knex: Knex,
  options: { files: readonly ServiceFile[]; from: number; past: boolean },
): Promise<AttributionRow[]> {
  const subjects = [...new Set(options.files.flatMap(file => file.subjects))];
  if (subjects.length === 0) return [];
  const given = anyOf(knex, subjects);
  return knex<AttributionRow>('attributions')
    .select()
    .where('incident_at', '>=', writeInstant(options.from))
    .whereRaw(
      `cause_entity_ref ${among(
        knex,
        `select entity_ref from subject_keys where subject ${given.sql}`,
      )}`,
      [given.bind],
    )
    .modify(query => {
      if (!options.past) query.whereNull('superseded_at');
    })
    .orderBy(['incident_id', 'entity_ref', 'decided_at']);
}
