import { Knex } from 'knex';
import { inForceDigest } from './inForceDigest';

/** Services that an earlier policy judged last, in one statement. */
export async function readBehind(knex: Knex): Promise<number> {
  const row: { behind?: number | string } | undefined = await knex(
    'assessments as a',
  )
    .join('services as s', 's.entity_ref', 'a.entity_ref')
    .whereNull('s.removed_at')
    .whereRaw(`a.policy <> ${inForceDigest}`)
    .count({ behind: '*' })
    .first();
  return Number(row?.behind ?? 0);
}
