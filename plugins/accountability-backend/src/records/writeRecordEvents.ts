import { Knex } from 'knex';
import { keepBills } from './bills/keepBills';
import { DeliveredEvents, insertEvents } from './insertEvents';
import { lockHeads } from './lockHeads';
import { lockSeries } from './lockSeries';
import { noteSeen } from './noteSeen';
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
  const parts = await keepBills(trx, [given].flat());
  const events = parts.flatMap(part => part.events);
  if (events.length === 0) return { subjects: [] };
  await noteSeen(trx, parts);
  await lockSeries(trx, events);
  const heads = await lockHeads(trx, events);
  const added = await insertEvents(trx, parts);
  const subjects = await refoldRecords(trx, heads, {
    events,
    recordIds: added.map(({ record_id: record }) => record),
  });
  return { subjects: [...subjects].sort() };
}
