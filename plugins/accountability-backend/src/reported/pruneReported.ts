import { Knex } from 'knex';
import { writeInstant } from '../database/instants';

/** As long as facts look back and trends are shown. */
const KEPT_MS = 400 * 86_400_000;

/** Forgets what has been of no use for long: replaced, or told the last time. */
export async function pruneReported(knex: Knex, now: number): Promise<void> {
  const before = writeInstant(now - KEPT_MS);
  await knex('reported_facts')
    .where('replaced_at', '<', before)
    .orWhere(untold =>
      untold.whereNull('replaced_at').where('observed_at', '<', before),
    )
    .delete();
}
