import { Knex } from 'knex';
import { dayOf } from '../../database/dayOf';
import { AuthorshipDayRow } from '../../database/tables';

/** Deletes who worked on what on days before an instant (epoch milliseconds), a day at a time, and gives how many rows. */
export async function pruneAuthorship(
  knex: Knex,
  { before, signal }: { before: number; signal?: AbortSignal },
): Promise<number> {
  const first = dayOf(before);
  let pruned = 0;
  while (!signal?.aborted) {
    const oldest = await knex<AuthorshipDayRow>('authorship_days')
      .where('day', '<', first)
      .orderBy('day')
      .first('day');
    if (!oldest) break;
    pruned += await knex<AuthorshipDayRow>('authorship_days')
      .where({ day: oldest.day })
      .delete();
  }
  return pruned;
}
