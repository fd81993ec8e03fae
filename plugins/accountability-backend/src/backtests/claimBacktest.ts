import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { BacktestRow } from '../database/tables';

/** How long a claim holds without a batch done; after it a crash is assumed. Milliseconds. */
const LEASE_MS = 60_000;

/**
 * Takes the backtest that was asked for first under a lease, in one statement;
 * one that was begun before is begun again. Undefined where none waits.
 */
export async function claimBacktest(
  knex: Knex,
  { now, lease }: { now: number; lease: string },
): Promise<BacktestRow | undefined> {
  const isPostgres = knex.client.config.client === 'pg';
  const answer = await knex.raw(
    `update backtests set lease = ?, leased_until = ?, state = 'running',
      attempts = attempts + 1, done = 0
    where id in (
      select id from backtests
      where state in ('waiting', 'running')
        and (leased_until is null or leased_until <= ?)
      order by id limit 1 ${isPostgres ? 'for update skip locked' : ''}
    ) returning *`,
    [lease, writeInstant(now + LEASE_MS), writeInstant(now)],
  );
  const rows: BacktestRow[] = isPostgres ? answer.rows : answer;
  return rows[0];
}

/** Writes how far it has come and holds the claim for longer; false where it is lost. */
export async function holdBacktest(
  knex: Knex,
  held: { id: string; lease: string; now: number; done: number; total: number },
): Promise<boolean> {
  const { id, lease, now, done, total } = held;
  const rows = await knex<BacktestRow>('backtests')
    .where({ id, lease, state: 'running' })
    .update({ leased_until: writeInstant(now + LEASE_MS), done, total });
  return rows > 0;
}
