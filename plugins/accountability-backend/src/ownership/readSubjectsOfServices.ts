import { Knex } from 'knex';
import { SubjectKeyRow } from '../database/tables';
import { whereAny } from '../database/whereAny';

/** Subjects of services with the services that each belongs to, in one statement however many; services without one are in none. */
export async function readSubjectsOfServices(
  knex: Knex,
  options: { entityRefs: readonly string[] },
): Promise<Map<string, string[]>> {
  const rows: Pick<SubjectKeyRow, 'subject' | 'entity_ref'>[] = await whereAny(
    knex<SubjectKeyRow>('subject_keys')
      .select('subject', 'entity_ref')
      .orderBy(['subject', 'entity_ref']),
    'entity_ref',
    options.entityRefs,
  );
  const services = new Map<string, string[]>();
  for (const { subject, entity_ref: ref } of rows) {
    services.set(subject, [...(services.get(subject) ?? []), ref]);
  }
  return services;
}
