import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { PackageRow } from '../../database/tables';

/** How long a claim holds; after it a crash is assumed. Milliseconds. */
const LEASE_MS = 10 * 60_000;

/** A package that is ours to ask for. */
export type PackageClaim = Pick<
  PackageRow,
  'package' | 'source' | 'etag' | 'because' | 'digest' | 'faults' | 'lease'
>;

/** Takes packages that are due and have waited longest under a lease, in one statement: each is asked for by one replica. */
export async function claimPackages(
  knex: Knex,
  { limit, now }: { limit: number; now: number },
): Promise<PackageClaim[]> {
  const isPostgres = knex.client.config.client === 'pg';
  const at = writeInstant(now);
  const answer = await knex.raw(
    `update packages set lease = ?, leased_until = ?
    where package in (
      select package from packages
      where due_at <= ? and (leased_until is null or leased_until <= ?)
      order by due_at, package limit ?
      ${isPostgres ? 'for update skip locked' : ''}
    ) returning package, source, etag, because, digest, faults, lease`,
    [randomUUID(), writeInstant(now + LEASE_MS), at, at, limit],
  );
  return isPostgres ? answer.rows : answer;
}
