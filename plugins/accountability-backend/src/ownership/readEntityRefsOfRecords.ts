import { Knex } from 'knex';
import { whereAny } from '../database/whereAny';

/**
 * Services that each record is of, by record id, in one statement however
 * many. One of a subject of no service has none; ids of which no record is
 * kept are left out.
 */
export async function readEntityRefsOfRecords(
  knex: Knex,
  { ids }: { ids: readonly string[] },
): Promise<Map<string, string[]>> {
  const refs = new Map<string, string[]>();
  if (ids.length === 0) return refs;
  const rows: { id: string; ref: string | null }[] = await whereAny(
    knex('record_heads as h')
      .leftJoin('subject_keys as k', 'k.subject', 'h.subject')
      .select({ id: 'h.record_id', ref: 'k.entity_ref' }),
    'h.record_id',
    [...new Set(ids)],
  );
  for (const { id, ref } of rows) {
    const known = refs.get(id) ?? [];
    refs.set(id, ref === null ? known : [...known, ref]);
  }
  return refs;
}
