import { Replay } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { ReplayRow } from '../../database/tables';
import { readReplay } from './readReplays';

/** Ends a replay after the batch it is at; what it has read stays. One that has ended stays as it ended. Undefined where there is none of this id. */
export async function cancelReplay(
  knex: Knex,
  { id, now }: { id: string; now: number },
): Promise<Replay | undefined> {
  await knex<ReplayRow>('replays')
    .where({ id })
    .whereIn('status', ['waiting', 'running'])
    .update({ status: 'cancelled', ended_at: writeInstant(now) });
  return readReplay(knex, { id });
}
