import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { ReferenceListRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';

/** How long a claim holds; after it a crash is assumed. Milliseconds. All lists together take seconds, a host that does not answer 3 minutes. */
const LEASE_MS = 15 * 60_000;

/** Takes lists that are due under a lease, in one statement: each is loaded by one replica. */
export async function claimLists(
  knex: Knex,
  { names, now }: { names: readonly string[]; now: number },
): Promise<ReferenceListRow[]> {
  if (names.length === 0) return [];
  const at = writeInstant(now);
  const query = knex<ReferenceListRow>('reference_lists')
    .where('due_at', '<=', at)
    .where(free =>
      free.whereNull('leased_until').orWhere('leased_until', '<=', at),
    );
  return whereAny(query, 'name', names).update(
    { lease: randomUUID(), leased_until: writeInstant(now + LEASE_MS) },
    '*',
  );
}
