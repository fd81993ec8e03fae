import { FactDefinition } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { dayOf } from '../../../database/dayOf';
import { readInstant, writeInstant } from '../../../database/instants';
import { PoolTurnRow } from '../../../database/tables';
import { markPoolsDue } from '../../queue/markPoolsDue';
import { addTurns, sweepTurn } from './addTurns';
import { poolSpan } from './poolSpan';
import { sweepPools } from './sweepPools';

const dayMs = 86_400_000;

/**
 * Makes services due whose pools other services used otherwise than was known,
 * at the turn that was noted for it. Takes a look at a short table where there
 * is none. Any number of replicas may do it at once, and a crash repeats it.
 */
export async function turnPools(
  knex: Knex,
  { facts, now }: { facts: readonly FactDefinition[]; now: number },
): Promise<void> {
  const span = poolSpan(facts, now);
  if (!span) return;
  const due = () =>
    knex<PoolTurnRow>('pool_turns').where('due_at', '<=', writeInstant(now));
  let turns: PoolTurnRow[] = await due().select();
  if (turns.length === 0) return;
  if (turns.some(({ pool }) => pool === sweepTurn)) {
    await knex.transaction(trx => sweepPools(trx, { now }));
    turns = await due().select();
  }
  const { told, late } = split(turns);
  // Each by itself: who writes the use of pools holds rows of the queue.
  const usedSince = (at: number) => dayOf(at - (now - span.from));
  await markPoolsDue(knex, {
    pools: told,
    dueAt: now,
    usedSince: usedSince(now),
  });
  for (const [restateFrom, pools] of late) {
    // Their days are told again whenever there is time; they are not due for it.
    await markPoolsDue(knex, {
      pools,
      dueAt: now + dayMs,
      restateFrom,
      usedSince: usedSince(restateFrom),
    });
  }
  await knex.transaction(async trx => {
    await addTurns(trx, [], now);
    await trx<PoolTurnRow>('pool_turns')
      .where('due_at', '<=', writeInstant(now))
      .delete();
  });
}

/** Pools whose services are due, and those whose closed days are told again, by the instant from which on. */
function split(turns: readonly PoolTurnRow[]) {
  const told = new Set<string>();
  const since = new Map<string, number>();
  for (const turn of turns) {
    const restateFrom = readInstant(turn.restate_from);
    const known = since.get(turn.pool) ?? Infinity;
    if (restateFrom >= readInstant(turn.due_at)) told.add(turn.pool);
    else since.set(turn.pool, Math.min(known, restateFrom));
  }
  const late = new Map<number, string[]>();
  for (const [pool, restateFrom] of since) {
    late.set(restateFrom, [...(late.get(restateFrom) ?? []), pool]);
  }
  return { told: [...told], late };
}
