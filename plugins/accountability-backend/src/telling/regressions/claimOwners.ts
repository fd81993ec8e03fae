import { Knex } from 'knex';
import { readOptionalInstant, writeInstant } from '../../database/instants';
import { insertRows } from '../../database/insertRows';
import { OwnerDigestRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';

/** After this, what a replica claimed is another's: it crashed. */
const LEASE_MS = 5 * 60_000;

/** A group that only this replica tells now. */
export interface ClaimedOwner {
  owner: string;
  attempts: number;
  /** When it was last told, epoch milliseconds. */
  sentAt?: number;
}

/** Where it is kept when groups were told: of what turned, of their week. */
export type DigestTable = 'owner_digests' | 'weekly_digests';

/** Claims those of the groups that nobody else tells and that may be told now, in three statements. */
export async function claimOwners(
  knex: Knex,
  given: {
    table: DigestTable;
    owners: readonly string[];
    lease: string;
    now: number;
  },
): Promise<ClaimedOwner[]> {
  const { table, owners, lease, now } = given;
  const at = writeInstant(now);
  await insertRows(
    knex,
    { table, key: ['owner_ref'], onConflict: 'nothing' },
    owners.map(owner => ({ owner_ref: owner, due_at: at, attempts: 0 })),
  );
  await whereAny(knex<OwnerDigestRow>(table), 'owner_ref', owners)
    .where('due_at', '<=', at)
    .where(free => free.whereNull('lease').orWhere('leased_until', '<=', at))
    .update({ lease, leased_until: writeInstant(now + LEASE_MS) });
  const rows: OwnerDigestRow[] = await whereAny(
    knex(table).where({ lease }),
    'owner_ref',
    owners,
  );
  return rows.map(row => ({
    owner: row.owner_ref,
    attempts: row.attempts,
    sentAt: readOptionalInstant(row.sent_at),
  }));
}

/** Gives a claim back with what came of it. One that another replica took over meanwhile is left alone. */
export async function releaseOwner(
  knex: Knex,
  given: {
    table: DigestTable;
    owner: string;
    lease: string;
    result: Partial<Pick<OwnerDigestRow, 'sent_at' | 'due_at' | 'attempts'>>;
  },
): Promise<void> {
  const { table, owner, lease, result } = given;
  await knex<OwnerDigestRow>(table)
    .where({ owner_ref: owner, lease })
    .update({ ...result, lease: null, leased_until: null });
}
