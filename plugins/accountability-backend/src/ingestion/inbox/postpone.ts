import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { InboxRow } from '../../database/tables';

const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 60 * 60 * 1000;
/** A message of a database can hold a whole statement. */
const LONGEST_TROUBLE = 500;

/** Leaves a delivery in the inbox to be tried again, later each time, and says why. */
export async function postpone(
  knex: Knex,
  given: { id: string; trouble: string; now: number },
): Promise<void> {
  const row = await knex<InboxRow>('inbox').where({ id: given.id }).first();
  if (!row) return;
  const wait = Math.min(FIRST_WAIT_MS * 2 ** row.attempts, LONGEST_WAIT_MS);
  await knex<InboxRow>('inbox')
    .where({ id: given.id })
    .update({
      attempts: row.attempts + 1,
      trouble: given.trouble.slice(0, LONGEST_TROUBLE),
      due_at: writeInstant(given.now + wait),
    });
}
