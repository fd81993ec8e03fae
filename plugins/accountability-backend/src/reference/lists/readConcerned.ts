import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { ListName } from './ReferenceList';

/** So long facts look back at findings that were fixed or dismissed. Milliseconds. */
const lookBackMs = 90 * 24 * 3_600_000;

/**
 * Services of which a list may say something, in the order of their refs, in
 * one statement: of vulnerabilities those with a finding that is open or was
 * closed within 90 days, of lifecycles all. Which finding names which
 * vulnerability is not kept by name, so that they are not told apart by it.
 */
export async function readConcerned(
  knex: Knex,
  { name, now }: { name: ListName; now: number },
): Promise<string[]> {
  if (name === 'lifecycles') {
    return knex('services')
      .whereNull('removed_at')
      .orderBy('entity_ref')
      .pluck('entity_ref');
  }
  return knex('subject_keys as k')
    .distinct('k.entity_ref')
    .whereExists(
      knex('records as r')
        .select(knex.raw('1'))
        .whereRaw('r.subject = k.subject')
        .where('r.kind', 'finding')
        .where(open =>
          open
            .whereNull('r.ended_at')
            .orWhere('r.ended_at', '>=', writeInstant(now - lookBackMs)),
        ),
    )
    .orderBy('k.entity_ref')
    .pluck('k.entity_ref');
}
