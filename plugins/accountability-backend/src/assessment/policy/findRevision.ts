import { Knex } from 'knex';
import { readInstant, writeInstant } from '../../database/instants';
import { PolicyRevisionRow } from '../../database/tables';

/** A revision of the policy without its files, which are large. */
export interface FoundRevision {
  digest: string;
  /** Epoch milliseconds. */
  inForceFrom: number;
  /** Id of the replica whose policy it is; null of a version that does not say. */
  replica: string | null;
  /** False where it is the oldest known, and the instant lies before it. */
  inForce: boolean;
}

/**
 * The revision in force at an instant, the newest where none is given, and
 * the oldest known (`inForce` false) where the instant lies before all of
 * them. Undefined where there is none at all.
 */
export async function findRevision(
  knex: Knex,
  options: { at?: number },
): Promise<FoundRevision | undefined> {
  const { at } = options;
  const revisions = () =>
    knex<PolicyRevisionRow>('policy_revisions').select(
      'digest',
      'in_force_from',
      'replica',
    );
  const until = revisions().orderBy([
    { column: 'in_force_from', order: 'desc' },
    { column: 'digest' },
  ]);
  if (at !== undefined) until.where('in_force_from', '<=', writeInstant(at));
  const found = await until.first();
  const row = found ?? (await revisions().orderBy('in_force_from').first());
  if (!row) return undefined;
  const inForceFrom = readInstant(row.in_force_from);
  return {
    digest: row.digest,
    replica: row.replica,
    inForceFrom,
    inForce: at === undefined || inForceFrom <= at,
  };
}
