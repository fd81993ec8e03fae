import { Knex } from 'knex';

/** A group that owns a service, with its IANA zone (absent is UTC). */
export interface WeeklyOwner {
  owner: string;
  zone?: string;
}

/** Every group that owns a service, in one statement. */
export async function readWeeklyOwners(knex: Knex): Promise<WeeklyOwner[]> {
  const rows: { group_ref: string; zone: string | null }[] = await knex(
    'groups as g',
  )
    .whereExists(
      knex('services as s')
        .select(knex.raw('1'))
        .whereRaw('s.owner_ref = g.group_ref')
        .whereNull('s.removed_at'),
    )
    .orderBy('g.group_ref')
    .select('g.group_ref', 'g.zone');
  return rows.map(({ group_ref: owner, zone }) => ({
    owner,
    ...(zone !== null && { zone }),
  }));
}
