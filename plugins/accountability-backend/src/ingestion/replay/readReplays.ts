import { Replay } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { ReplayRow } from '../../database/tables';
import { toReplay } from './toReplay';

/** The latest replays, newest first; all sources. */
export async function readReplays(
  knex: Knex,
  { limit }: { limit: number },
): Promise<Replay[]> {
  const rows: ReplayRow[] = await knex('replays')
    .orderBy('id', 'desc')
    .limit(limit);
  return rows.map(toReplay);
}

/** One replay; undefined where there is none of this id. */
export async function readReplay(
  knex: Knex,
  { id }: { id: string },
): Promise<Replay | undefined> {
  const row = await knex<ReplayRow>('replays').where({ id }).first();
  return row && toReplay(row);
}
