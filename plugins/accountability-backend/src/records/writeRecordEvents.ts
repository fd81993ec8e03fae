import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { chunked } from './chunked';
import { DeliveredEvents, insertEvents } from './insertEvents';
import { lockHeads } from './lockHeads';
import { lockSeries } from './lockSeries';
import { refoldRecords } from './refoldRecords';

/**
 * Adds record events, of one delivery or of several at once, and folds each
 * record they touch anew. Gives every subject whose rows changed. Writing
 * the same again changes nothing. Takes a fixed number of statements for
 * each 1,000 events. Must run in a transaction.
 */
export async function writeRecordEvents(
  trx: Knex,
  given: DeliveredEvents | readonly DeliveredEvents[],
): Promise<{ subjects: string[] }> {
  const parts = [given].flat();
  const events = parts.flatMap(part => part.events);
  if (events.length === 0) return { subjects: [] };
  const firstSeenAt = Math.min(...parts.map(part => part.receivedAt));
  await addSeen(
    trx,
    { table: 'subjects', column: 'subject', firstSeenAt },
    events.map(event => event.subject),
  );
  await addSeen(
    trx,
    { table: 'record_kinds', column: 'kind', firstSeenAt },
    events.map(event => event.kind),
  );
  await lockSeries(trx, events);
  const heads = await lockHeads(trx, events);
  const touched = await insertEvents(trx, parts);
  const subjects = await refoldRecords(trx, heads, [...touched]);
  return { subjects: [...subjects].sort() };
}

async function addSeen(
  trx: Knex,
  into: { table: string; column: string; firstSeenAt: number },
  names: readonly string[],
): Promise<void> {
  for (const chunk of chunked([...new Set(names)].sort())) {
    await trx(into.table)
      .insert(
        chunk.map(name => ({
          [into.column]: name,
          first_seen_at: writeInstant(into.firstSeenAt),
        })),
      )
      .onConflict(into.column)
      .ignore();
  }
}
