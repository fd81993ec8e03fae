import { Knex } from 'knex';
import { inForceDigest } from './inForceDigest';

/**
 * Services that an earlier policy judged last, in two statements. The digest
 * is given to the second one, which then looks up by the index the few that
 * have another: asked in one, PostgreSQL reads every assessment, 15 ms of
 * 10,000.
 */
export async function readBehind(knex: Knex): Promise<number> {
  const inForce: { digest?: string | null } | undefined = await knex
    .select({ digest: knex.raw(inForceDigest) })
    .first();
  const { digest } = inForce ?? {};
  if (!digest) return 0;
  const row: { behind?: number | string } | undefined = await knex(
    'assessments as a',
  )
    .join('services as s', 's.entity_ref', 'a.entity_ref')
    .whereNull('s.removed_at')
    .where(other =>
      other.where('a.policy', '<', digest).orWhere('a.policy', '>', digest),
    )
    .count({ behind: '*' })
    .first();
  return Number(row?.behind ?? 0);
}
