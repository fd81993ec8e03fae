import { Knex } from 'knex';
import { PolicyFile } from 'backstage-plugin-accountability-engine';
import { writeInstant } from '../../database/instants';
import { PolicyRevisionRow } from '../../database/tables';
import { markAllDue } from '../queue/markAllDue';
import { findRevision } from './findRevision';

/**
 * Brings a policy into force and makes every service due, in one transaction.
 * Does nothing where it is in force already. Replicas publish one after the
 * other, so the same policy is not published twice.
 */
export async function publishRevision(
  knex: Knex,
  options: { digest: string; files: PolicyFile[]; now: number },
): Promise<void> {
  await knex.transaction(async trx => {
    if (trx.client.config.client === 'pg') {
      await trx.raw(
        `select pg_advisory_xact_lock(hashtext('accountability.policy'))`,
      );
    }
    const newest = await findRevision(trx, {});
    if (newest?.row.digest === options.digest) return;
    await trx<PolicyRevisionRow>('policy_revisions').insert({
      digest: options.digest,
      in_force_from: writeInstant(options.now),
      files: JSON.stringify(options.files),
    });
    await markAllDue(trx, { dueAt: options.now });
  });
}
