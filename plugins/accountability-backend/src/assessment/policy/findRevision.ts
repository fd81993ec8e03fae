import { Knex } from 'knex';
import { readInstant, writeInstant } from '../../database/instants';
import { PolicyRevisionRow } from '../../database/tables';

/**
 * The revision in force at an instant, the newest where none is given, and
 * the oldest known (`inForce` false) where the instant lies before all of
 * them. Undefined where there is none at all.
 */
export async function findRevision(
  knex: Knex,
  options: { at?: number },
): Promise<{ row: PolicyRevisionRow; inForce: boolean } | undefined> {
  const { at } = options;
  const revisions = () => knex<PolicyRevisionRow>('policy_revisions');
  const until = revisions().orderBy([
    { column: 'in_force_from', order: 'desc' },
    { column: 'digest' },
  ]);
  if (at !== undefined) until.where('in_force_from', '<=', writeInstant(at));
  const found = await until.first();
  const row = found ?? (await revisions().orderBy('in_force_from').first());
  if (!row) return undefined;
  const inForce = at === undefined || readInstant(row.in_force_from) <= at;
  return { row, inForce };
}
