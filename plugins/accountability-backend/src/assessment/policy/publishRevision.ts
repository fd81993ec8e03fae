import { Knex } from 'knex';
import { PolicyFile } from 'backstage-plugin-accountability-engine';
import { writeInstant } from '../../database/instants';
import { PolicyRevisionRow } from '../../database/tables';
import { findRevision } from './findRevision';
import { KeptPart } from './kept/KeptPart';

/** A policy that is to come into force. */
export interface Revision {
  digest: string;
  files: readonly PolicyFile[];
  kept: readonly KeptPart[];
}

/**
 * Brings a policy into force, in one transaction. `build` makes it of the
 * digest of the one that is in force, undefined for none. Where it gives none,
 * nothing changes; where it gives that one, it is this replica's as well.
 * Replicas publish one after the other, so the same policy is not published
 * twice. With `published` services are behind the policy, and judged anew from
 * their stored facts; `held` where the policy in force is this replica's.
 */
export async function publishRevision(
  knex: Knex,
  options: {
    now: number;
    /** Id of the replica whose policy it is. */
    replica: string;
    build(
      trx: Knex,
      inForce: string | undefined,
    ): Promise<Revision | undefined>;
  },
): Promise<{ published: boolean; held: boolean }> {
  const { replica } = options;
  return knex.transaction(async trx => {
    if (trx.client.config.client === 'pg') {
      await trx.raw(
        `select pg_advisory_xact_lock(hashtext('accountability.policy'))`,
      );
    }
    const newest = await findRevision(trx, {});
    const revision = await options.build(trx, newest?.digest);
    if (!revision) return { published: false, held: false };
    if (newest && revision.digest === newest.digest) {
      await trx<PolicyRevisionRow>('policy_revisions')
        .where({
          digest: newest.digest,
          in_force_from: writeInstant(newest.inForceFrom),
        })
        .update({ replica });
      return { published: false, held: true };
    }
    // Two of one instant would have no order.
    const from = Math.max(options.now, (newest?.inForceFrom ?? 0) + 1);
    await trx<PolicyRevisionRow>('policy_revisions').insert({
      digest: revision.digest,
      in_force_from: writeInstant(from),
      files: JSON.stringify(revision.files),
      kept: JSON.stringify(revision.kept),
      replica,
    });
    return { published: true, held: true };
  });
}
