import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { whereAny } from '../../database/whereAny';
import { readTopical } from './readTopical';
import { mostSharing, siblingMs } from './siblingRules';
import { Topical } from './topicsOfChange';

/**
 * Subjects with a change that was merged within 24 hours of any of these under
 * the same topic, in one statement. A topic that was shared too widely before
 * couples nothing and gives none, so that of a mass update no change makes all
 * others due.
 */
export async function readSharing(
  trx: Knex,
  changed: readonly Topical[],
): Promise<Set<string>> {
  const sharing = new Set<string>();
  if (changed.length === 0) return sharing;
  let [from, to] = [Infinity, -Infinity];
  for (const { at } of changed) {
    from = Math.min(from, at);
    to = Math.max(to, at);
  }
  const topics = await readTopical(
    whereAny(
      trx('change_topics').whereBetween('merged_at', [
        writeInstant(from - siblingMs),
        writeInstant(to + siblingMs),
      ]),
      'topic',
      [...new Set(changed.map(({ topic }) => topic))],
    ),
  );
  for (const { topic, at } of changed) {
    const near = new Set<string>();
    for (const other of topics.get(topic) ?? []) {
      if (other.at > at + siblingMs || near.size > mostSharing + 1) break;
      if (other.at >= at - siblingMs) near.add(other.subject);
    }
    if (near.size > mostSharing + 1) continue;
    for (const subject of near) sharing.add(subject);
  }
  return sharing;
}
