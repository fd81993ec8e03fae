import { Knex } from 'knex';
import { SubjectKeyRow } from '../database/tables';

/** Subjects that belong to a service, sorted; empty for one that is not in the catalog. */
export async function readSubjects(
  knex: Knex,
  options: { entityRef: string },
): Promise<string[]> {
  return knex<SubjectKeyRow>('subject_keys')
    .where({ entity_ref: options.entityRef.toLowerCase() })
    .orderBy('subject')
    .pluck('subject');
}
