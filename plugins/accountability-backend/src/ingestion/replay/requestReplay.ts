import { Replay } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { timeOrderedId } from '../../database/timeOrderedId';
import { ReplayRow } from '../../database/tables';
import { toReplay } from './toReplay';

/** Stretch of time in which deliveries were received; epoch milliseconds, `to` exclusive. */
interface Stretch {
  source: string;
  from: number;
  to: number;
}

/** Asks for deliveries of a source to be read again; workers of any replica do it. */
export async function requestReplay(
  knex: Knex,
  { source, from, to, now }: Stretch & { now: number },
): Promise<Replay> {
  const [{ n }] = await knex('deliveries')
    .where({ source })
    .where('received_at', '>=', writeInstant(from))
    .where('received_at', '<', writeInstant(to))
    .whereNotNull('body')
    .count({ n: '*' });
  const row: ReplayRow = {
    id: timeOrderedId(now),
    source,
    received_from: writeInstant(from),
    received_to: writeInstant(to),
    status: 'waiting',
    requested_at: writeInstant(now),
    ended_at: null,
    total: Number(n),
    read: 0,
    changed: 0,
    events_added: 0,
    events_removed: 0,
    bookmark: null,
    attempts: 0,
    trouble: null,
    lease: null,
    leased_until: null,
  };
  await knex<ReplayRow>('replays').insert(row);
  return toReplay(row);
}
