import { Knex } from 'knex';
import { SubjectKeyRow } from '../database/tables';

/** Subjects of services that begin with a prefix ending in a colon, `github:`; each once, sorted. */
export async function readSubjectsFrom(
  knex: Knex,
  { prefix }: { prefix: string },
): Promise<string[]> {
  // The next character after the colon, so that an index serves both ends.
  const end = `${prefix.slice(0, -1)};`;
  return knex<SubjectKeyRow>('subject_keys')
    .distinct('subject')
    .where('subject', '>=', prefix)
    .where('subject', '<', end)
    .orderBy('subject')
    .pluck('subject');
}
