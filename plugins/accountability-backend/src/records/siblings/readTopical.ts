import { Knex } from 'knex';
import { readInstant } from '../../database/instants';
import { ChangeTopicRow } from '../../database/tables';
import { Topical } from './topicsOfChange';

/** Changes by topic as they are kept, each list oldest first. */
export async function readTopical(
  query: Knex.QueryBuilder<ChangeTopicRow>,
): Promise<Map<string, Topical[]>> {
  const rows: ChangeTopicRow[] = await query.select(
    'topic',
    'record_id',
    'subject',
    'merged_at',
  );
  const topics = new Map<string, Topical[]>();
  for (const row of rows) {
    const { topic, record_id: change, subject } = row;
    const one = { topic, change, subject, at: readInstant(row.merged_at) };
    const others = topics.get(topic);
    if (others) others.push(one);
    else topics.set(topic, [one]);
  }
  for (const changes of topics.values()) changes.sort(byMerge);
  return topics;
}

function byMerge(a: Topical, b: Topical): number {
  return a.at - b.at || (a.change < b.change ? -1 : 1);
}
