import { Knex } from 'knex';
import { SubjectKeyRow } from '../database/tables';
import { whereAny } from '../database/whereAny';

/** Services that each subject belongs to, sorted; subjects of no service are left out. */
export async function readEntityRefsOfSubjects(
  knex: Knex,
  options: { subjects: readonly string[] },
): Promise<Map<string, string[]>> {
  const rows: SubjectKeyRow[] = await whereAny(
    knex<SubjectKeyRow>('subject_keys')
      .select()
      .orderBy(['subject', 'entity_ref']),
    'subject',
    options.subjects,
  );
  const refs = new Map<string, string[]>();
  for (const { subject, entity_ref: ref } of rows) {
    refs.set(subject, [...(refs.get(subject) ?? []), ref]);
  }
  return refs;
}
