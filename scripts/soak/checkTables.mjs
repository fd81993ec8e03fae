import { setTimeout as sleep } from 'node:timers/promises';
import { withDatabase } from './withDatabase.mjs';

const PATIENCE_MS = 300_000;

const one = async (client, sql) => (await client.query(sql)).rows[0];

/** Waits until all that was stored is in the records. */
async function emptyInbox(client) {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const { n } = await one(client, 'select count(*)::int as n from inbox');
    if (n === 0) return;
    await sleep(250);
  }
  throw new Error('The inbox did not become empty within five minutes');
}

/**
 * Compares what was acknowledged with what is in the tables: every delivery
 * once, and its one event, record and head once.
 */
export async function checkTables({ port, acknowledged }) {
  return withDatabase(port, async client => {
    await emptyInbox(client);
    const { rows } = await client.query(
      `select dedupe_key as key, count(*)::int as n from deliveries
       where source = 'github' group by dedupe_key`,
    );
    const stored = new Map(
      rows.map(({ key, n }) => [key.replace(/^id:/, ''), n]),
    );
    const counts = await one(
      client,
      `select
        (select count(*) from deliveries where source = 'github')::int as deliveries,
        (select count(*) from record_events)::int as events,
        (select count(distinct delivery_id) from record_events)::int as told,
        (select count(*) from records)::int as records,
        (select count(*) from record_heads)::int as heads`,
    );
    return {
      counts,
      lost: [...acknowledged.keys()].filter(id => !stored.has(id)),
      doubled: [...stored].filter(([, n]) => n > 1).map(([id]) => id),
      unacknowledged: [...stored.keys()].filter(id => !acknowledged.has(id)),
      whole: ['events', 'told', 'records', 'heads'].every(
        name => counts[name] === counts.deliveries,
      ),
    };
  });
}
