import { Knex } from 'knex';
import { whereAny } from '../database/whereAny';

/** Services of the same system or of the same owner, as the catalog has it now, by service; itself is not among them. In one statement. */
export async function readScopeMates(
  knex: Knex,
  options: { entityRefs: readonly string[]; scope: 'system' | 'owner' },
): Promise<Map<string, string[]>> {
  const mates = new Map<string, string[]>();
  if (options.entityRefs.length === 0) return mates;
  const column = options.scope === 'system' ? 'system' : 'owner_ref';
  const rows: { entity_ref: string; mate: string }[] = await whereAny(
    knex('services as s')
      .join('services as m', `m.${column}`, `s.${column}`)
      .whereNull('m.removed_at')
      .whereRaw('m.entity_ref <> s.entity_ref')
      .select('s.entity_ref', { mate: 'm.entity_ref' })
      .orderBy(['s.entity_ref', 'm.entity_ref']),
    's.entity_ref',
    options.entityRefs,
  );
  for (const { entity_ref: ref, mate } of rows) {
    mates.set(ref, [...(mates.get(ref) ?? []), mate]);
  }
  return mates;
}
