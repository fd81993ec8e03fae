import { Knex } from 'knex';
import { chunk } from 'lodash';
import { markDue } from '../assessment';

/** What makes many services due makes them so a minute apart over half an hour, so that what just happened need not wait for all of them. */
const TURNS = 30;
const TURN_MS = 60_000;
/** So few need no turns. */
const FEW = 100;

/** Makes services due, many of them over half an hour. Refs are sorted, each is there once: neighbours have their turn together, and two writers never deadlock. */
export async function markSpread(
  trx: Knex,
  { entityRefs, now }: { entityRefs: readonly string[]; now: number },
): Promise<void> {
  const size = Math.max(FEW, Math.ceil(entityRefs.length / TURNS));
  for (const [turn, refs] of chunk(entityRefs, size).entries()) {
    await markDue(trx, { entityRefs: refs, dueAt: now + turn * TURN_MS });
  }
}
