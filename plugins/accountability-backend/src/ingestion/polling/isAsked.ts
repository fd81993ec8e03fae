import { Poller } from 'backstage-plugin-accountability-node';
import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { PollBookmarkRow } from '../../database/tables';

/** Whether something of a source is to be asked besides its times. */
export async function isAsked(
  knex: Knex,
  { poller, now }: { poller: Poller; now: number },
): Promise<boolean> {
  const row = await knex<PollBookmarkRow>('poll_bookmarks')
    .where({ source: poller.source })
    .where('asked_at', '<=', writeInstant(now))
    .first('subject');
  return row !== undefined;
}
