import { Knex } from 'knex';
import { insertRows } from '../../../database/insertRows';
import { writeInstant } from '../../../database/instants';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A transaction that begins just before a turn ends after it, and is not missed by it. */
const marginMs = 60_000;

/** Pool of the turn at which subjects of no service are looked for; no pool has no name. */
export const sweepTurn = '';

/**
 * Notes that other services on pools have other totals now: they are due at
 * the next whole hour, however often it is noted until then. Days of theirs
 * that are closed by then are told again at the end of the UTC day: a late
 * import of many services must not tell the days of each of them many times.
 */
export async function addTurns(
  trx: Knex,
  uses: readonly { pool: string; day: string }[],
  now: number,
): Promise<void> {
  const hour = nextMultiple(now, hourMs);
  const midnight = nextMultiple(now, dayMs);
  const first = new Map<string, number>();
  for (const { pool, day } of uses) {
    // An hour after its end a day counts.
    const countsFrom = Date.parse(day) + dayMs + hourMs;
    first.set(pool, Math.min(first.get(pool) ?? Infinity, countsFrom));
  }
  const today = hour - (hour % dayMs);
  const turns = [...first].flatMap(([pool, countsFrom]) => [
    turnOf(pool, hour),
    ...(countsFrom < today ? [turnOf(pool, midnight, countsFrom)] : []),
  ]);
  const sorted = [...turns, turnOf(sweepTurn, hour)].sort((a, b) =>
    a.pool < b.pool ? -1 : Number(a.pool > b.pool),
  );
  await insertRows(
    trx,
    {
      table: 'pool_turns',
      key: ['pool', 'due_at', 'restate_from'],
      onConflict: 'nothing',
    },
    sorted,
  );
}

function turnOf(pool: string, dueAt: number, restateFrom = dueAt) {
  return {
    pool,
    due_at: writeInstant(dueAt),
    restate_from: writeInstant(restateFrom),
  };
}

function nextMultiple(now: number, ms: number): number {
  return Math.ceil((now + marginMs) / ms) * ms;
}
