import { Knex } from 'knex';
import { whereAny } from '../database/whereAny';

/** How many services each group owns now, gone ones aside, in one statement; an owner of none is left out. */
export async function readOwnerLoads(
  knex: Knex,
  { owners }: { owners: readonly string[] },
): Promise<Map<string, number>> {
  if (owners.length === 0) return new Map();
  const rows: { owner_ref: string; count: number | string }[] = await whereAny(
    knex('services').whereNull('removed_at'),
    'owner_ref',
    owners,
  )
    .groupBy('owner_ref')
    .select('owner_ref', knex.raw('count(*) as count'));
  return new Map(rows.map(row => [row.owner_ref, Number(row.count)]));
}
