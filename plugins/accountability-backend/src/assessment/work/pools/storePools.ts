import { Knex } from 'knex';
import { insertRows } from '../../../database/insertRows';
import { ChangedUse, SubjectChange } from './PoolWork';
import { addTurns } from './addTurns';
import { sumPools } from './sumPools';

/**
 * Writes what subjects used of pools, what that sums up to, and when the other
 * services on those pools are due for it. The number of statements does not
 * grow with the subjects; rows are taken in the order of their keys, so that
 * two writers never deadlock.
 */
export async function storePools(
  trx: Knex,
  given: {
    changes: readonly SubjectChange[];
    /** Services that are still claimed; what others told is not written. */
    held: ReadonlyMap<string, unknown>;
    now: number;
  },
): Promise<void> {
  const { held, now } = given;
  const changes = given.changes.filter(({ toldBy }) =>
    toldBy.some(ref => held.has(ref)),
  );
  if (changes.length === 0) return;
  const uses = changes.flatMap(change => change.uses);
  await insertRows(
    trx,
    { table: 'pool_days', key: ['subject', 'pool', 'day'] },
    [...uses]
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      .map(({ subject, pool, day, busyMs }) => {
        return { subject, pool, day, busy_ms: busyMs };
      }),
  );
  await insertRows(
    trx,
    { table: 'pool_subjects', key: ['subject'] },
    [...changes]
      .sort((a, b) => (a.subject < b.subject ? -1 : 1))
      .map(({ subject, since, digest }) => ({ subject, since, digest })),
  );
  if (uses.length === 0) return;
  await sumPools(trx, uses);
  await addTurns(trx, uses, now);
}

function keyOf({ subject, pool, day }: ChangedUse): string {
  return JSON.stringify([subject, pool, day]);
}
