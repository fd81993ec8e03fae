import { Knex } from 'knex';
import { readOptionalInstant, writeInstant } from '../../database/instants';
import { AssessmentQueueRow, DbInstant } from '../../database/tables';

/** Services waiting for assessment at `now`, and since when the first has waited. */
export async function readQueue(
  knex: Knex,
  options: { now: number },
): Promise<{ due: number; oldestDueAt?: number }> {
  const rows: { due: number | string; oldest: DbInstant | null }[] =
    await knex<AssessmentQueueRow>('assessment_queue')
      .where('due_at', '<=', writeInstant(options.now))
      .count({ due: '*' })
      .min({ oldest: 'due_at' });
  return {
    due: Number(rows[0].due),
    oldestDueAt: readOptionalInstant(rows[0].oldest),
  };
}
