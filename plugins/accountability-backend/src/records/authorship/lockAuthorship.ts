import { Knex } from 'knex';

/** Locks at most; a lock for each subject of an import would fill the table of locks. */
const LOCKS = 1024;

/**
 * Lets one transaction at a time change who worked on the code of a subject:
 * whether a push counts depends on another record, which a second writer may be
 * at. Ordered, so that writers wait for each other instead of deadlocking.
 * SQLite has one writer anyway.
 */
export async function lockAuthorship(
  trx: Knex,
  subjects: readonly string[],
): Promise<void> {
  if (trx.client.config.client !== 'pg') return;
  await trx.raw(
    `select pg_advisory_xact_lock(hashtext('accountability.authorship'), slot)
     from (
       select distinct hashtext(subject) % ${LOCKS} as slot
       from unnest(?::text[]) as subject order by slot
     ) as slots`,
    [[...new Set(subjects)]],
  );
}
