import { Knex } from 'knex';
import { whereAny } from '../../database/whereAny';

/** Services that have a subject in common with each of the given, itself among them, in one statement. */
export async function readSharing(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<Map<string, string[]>> {
  const sharing = new Map(entityRefs.map(ref => [ref, [ref]]));
  if (entityRefs.length === 0) return sharing;
  const rows: { of: string; entity_ref: string }[] = await whereAny(
    knex('subject_keys as own')
      .join('subject_keys as k', 'k.subject', 'own.subject')
      .whereRaw('k.entity_ref <> own.entity_ref')
      .distinct({ of: 'own.entity_ref' }, 'k.entity_ref')
      .orderBy(['of', 'k.entity_ref']),
    'own.entity_ref',
    entityRefs,
  );
  for (const row of rows) sharing.get(row.of)?.push(row.entity_ref);
  return sharing;
}
