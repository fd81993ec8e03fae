import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { RecordEventRow, RecordRow } from '../database/tables';
import { updateRows } from '../database/updateRows';
import { whereAny } from '../database/whereAny';
import { canonicalJson } from './canonicalJson';
import { parseStoredEvent, parseStoredRecord } from './parseStored';
import {
  eventWithoutContributors,
  withoutContributors,
} from './withoutContributors';

const BATCH = 500;

/**
 * Takes the keys of contributors out of changes that ended before an instant
 * (epoch milliseconds), and out of all that was said of them, and gives how
 * many changes. In small batches, each its own transaction. Rows say themselves
 * whether they name anybody, so that nothing is read twice and what comes late
 * is found as well. Who worked on what stays.
 */
export async function forgetContributors(
  knex: Knex,
  { before, signal }: { before: number; signal?: AbortSignal },
): Promise<number> {
  let forgotten = 0;
  while (!signal?.aborted) {
    const found = await findNamed(knex, before).orderBy('named_until');
    if (found.length === 0) break;
    await knex.transaction(trx =>
      forget(
        trx,
        found.map(row => row.record_id),
        before,
      ),
    );
    forgotten += found.length;
  }
  return forgotten;
}

function findNamed(knex: Knex, before: number) {
  return knex<RecordRow>('records')
    .where('named_until', '<', writeInstant(before))
    .limit(BATCH)
    .select('subject', 'record_id', 'record');
}

async function forget(
  trx: Knex,
  recordIds: readonly string[],
  before: number,
): Promise<void> {
  // Heads first: their locks keep writers of these records away.
  await whereAny(trx('record_heads'), 'record_id', recordIds)
    .orderBy('record_id')
    .forUpdate()
    .select('record_id');
  const records: Pick<RecordRow, 'subject' | 'record_id' | 'record'>[] =
    await whereAny(findNamed(trx, before), 'record_id', recordIds);
  const ids = records.map(row => row.record_id);
  const events: Pick<RecordEventRow, 'record_id' | 'event_id' | 'event'>[] =
    await whereAny(trx('record_events'), 'record_id', ids).select(
      'record_id',
      'event_id',
      'event',
    );
  await updateRows(
    trx,
    { table: 'record_events', key: ['record_id', 'event_id'] },
    // The id stays that of what was said: said again, it is still known.
    events.flatMap(row => {
      const event = parseStoredEvent(row.event);
      return event?.kind === 'change'
        ? [{ ...row, event: canonicalJson(eventWithoutContributors(event)) }]
        : [];
    }),
  );
  await updateRows(
    trx,
    { table: 'records', key: ['subject', 'record_id'] },
    records.map(row => {
      const record = parseStoredRecord(row.record);
      return {
        ...row,
        record:
          record?.kind === 'change'
            ? canonicalJson(withoutContributors(record))
            : row.record,
        named_until: null,
      };
    }),
  );
  await whereAny(trx('record_heads'), 'record_id', ids).update({
    contributors_gone: true,
  });
}
