import { Knex } from 'knex';
import { z } from 'zod';
import { GroupRow } from '../database/tables';

const names = z.array(z.string());

/** What groups say of themselves, as far as facts ask for it. */
export interface GroupKnowledge {
  /** IANA zone by group. */
  zones: ReadonlyMap<string, string>;
  /** Groups by rota. */
  rotas: ReadonlyMap<string, string[]>;
}

/** What the groups of the catalog say of themselves, in one statement. */
export async function readGroupKnowledge(knex: Knex): Promise<GroupKnowledge> {
  const rows: Pick<GroupRow, 'group_ref' | 'zone' | 'rotas'>[] = await knex(
    'groups',
  )
    .whereNotNull('zone')
    .orWhereNotNull('rotas')
    .select('group_ref', 'zone', 'rotas')
    .orderBy('group_ref');
  const rotas = new Map<string, string[]>();
  for (const row of rows) {
    for (const rota of names.parse(JSON.parse(row.rotas ?? '[]'))) {
      rotas.set(rota, [...(rotas.get(rota) ?? []), row.group_ref]);
    }
  }
  return {
    zones: new Map(
      rows.flatMap(({ group_ref: ref, zone }) => (zone ? [[ref, zone]] : [])),
    ),
    rotas,
  };
}
