import { Knex } from 'knex';

/** Locks at most; a lock for each name of an import would fill the table of locks. */
const LOCKS = 1024;

/**
 * Lets one transaction at a time at what any of the names stands for. Ordered,
 * so that writers wait for each other instead of deadlocking: take all of one
 * kind at once, and kinds always in the same order. SQLite has one writer anyway.
 */
export async function lockSlots(
  trx: Knex,
  { kind, names }: { kind: string; names: readonly string[] },
): Promise<void> {
  if (trx.client.config.client !== 'pg') return;
  await trx.raw(
    `select pg_advisory_xact_lock(hashtext(?), slot)
     from (
       select distinct hashtext(name) % ${LOCKS} as slot
       from unnest(?::text[]) as name order by slot
     ) as slots`,
    [kind, [...new Set(names)]],
  );
}
