import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { FactProviderRow } from '../database/tables';

/** How long a claim holds; after it a crash is assumed. Milliseconds. Each page renews it. */
const LEASE_MS = 10 * 60_000;

/** Takes providers that are due under a lease, in one statement: each is asked by one replica. */
export async function claimProviders(
  knex: Knex,
  now: number,
): Promise<FactProviderRow[]> {
  const at = writeInstant(now);
  return knex<FactProviderRow>('fact_providers')
    .where('due_at', '<=', at)
    .where(free =>
      free.whereNull('leased_until').orWhere('leased_until', '<=', at),
    )
    .update(
      { lease: randomUUID(), leased_until: writeInstant(now + LEASE_MS) },
      '*',
    );
}

/** Keeps a claim for longer; false where it was lost, so that nothing of it may be written. */
export async function renewClaim(
  knex: Knex,
  { id, lease }: FactProviderRow,
  now: number,
): Promise<boolean> {
  const held = await knex<FactProviderRow>('fact_providers')
    .where({ id, lease })
    .update({ leased_until: writeInstant(now + LEASE_MS) });
  return held > 0;
}
