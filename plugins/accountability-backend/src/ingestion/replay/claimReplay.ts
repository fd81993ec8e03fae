import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { ReplayRow } from '../../database/tables';

/** How long a claim holds without a batch done; after it a crash is assumed. Milliseconds. */
const LEASE_MS = 60_000;

/**
 * Takes the replay that was asked for first under a lease, in one statement.
 * Undefined where none waits.
 */
export async function claimReplay(
  knex: Knex,
  { now, lease }: { now: number; lease: string },
): Promise<ReplayRow | undefined> {
  const isPostgres = knex.client.config.client === 'pg';
  const at = writeInstant(now);
  const answer = await knex.raw(
    `update replays set lease = ?, leased_until = ?, status = 'running'
    where id in (
      select id from replays
      where status in ('waiting', 'running')
        and (leased_until is null or leased_until <= ?)
      order by id limit 1 ${isPostgres ? 'for update skip locked' : ''}
    ) returning *`,
    [lease, writeInstant(now + LEASE_MS), at],
  );
  const rows: ReplayRow[] = isPostgres ? answer.rows : answer;
  return rows[0];
}

/** Holds a claim for longer; false where it is lost or the replay was cancelled. Locks its row until the transaction ends. */
export async function holdReplay(
  trx: Knex,
  { id, lease, now }: { id: string; lease: string; now: number },
): Promise<boolean> {
  const held = await trx<ReplayRow>('replays')
    .where({ id, lease, status: 'running' })
    .update({ leased_until: writeInstant(now + LEASE_MS) });
  return held > 0;
}
