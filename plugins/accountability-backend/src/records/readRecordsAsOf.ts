import {
  RecordEvent,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { RecordEventRow } from '../database/tables';
import { chunked } from './chunked';
import { foldRecord } from './fold/foldRecord';
import { parseStoredEvent } from './parseStored';

/** Which past to read: instants in epoch milliseconds. */
export interface PastQuery {
  subjects: readonly string[];
  from: number;
  /** Only what had happened up to this instant, by the sources' clocks. */
  at: number;
}

/** Records as they stood at a past instant: folded from the events up to it. The same choice and order as `readRecords`. */
export async function readRecordsAsOf(
  knex: Knex,
  { subjects, from, at }: PastQuery,
): Promise<ServiceRecord[]> {
  const ids = new Set<string>();
  for (const chunk of chunked(subjects)) {
    const found = await findRecords(knex, { subjects: chunk, from, at });
    found.forEach(id => ids.add(id));
  }
  const wanted = new Set(subjects);
  const records = await foldUntil(knex, [...ids].sort(), at);
  return records
    .filter(record => wanted.has(record.subject))
    .filter(
      ({ startedAt, endedAt }) =>
        startedAt >= from || !(Number(endedAt) < from),
    )
    .sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
}

/** Records with an event in the time asked for, those running when it began, and those that have moved away since. */
function findRecords(knex: Knex, query: PastQuery): Promise<string[]> {
  const from = writeInstant(query.from);
  const told = knex('record_events')
    .whereIn('subject', query.subjects)
    .whereBetween('at', [from, writeInstant(query.at)])
    .select('record_id');
  const running = () =>
    knex('records')
      .whereIn('subject', query.subjects)
      .where('started_at', '<', from)
      .select('record_id');
  const moved = knex('record_events')
    .join('record_heads', 'record_heads.record_id', 'record_events.record_id')
    .whereIn('record_events.subject', query.subjects)
    .where('record_events.at', '<', from)
    .whereRaw('record_heads.subject <> record_events.subject')
    .select('record_events.record_id');
  return told
    .unionAll([
      running().where('ended_at', '>=', from),
      running().whereNull('ended_at'),
      moved,
    ])
    .then((rows: { record_id: string }[]) => rows.map(row => row.record_id));
}

async function foldUntil(
  knex: Knex,
  recordIds: readonly string[],
  at: number,
): Promise<ServiceRecord[]> {
  const events = new Map<string, RecordEvent[]>();
  for (const chunk of chunked(recordIds)) {
    const rows: Pick<RecordEventRow, 'record_id' | 'event'>[] = await knex(
      'record_events',
    )
      .whereIn('record_id', chunk)
      .where('at', '<=', writeInstant(at))
      .select('record_id', 'event');
    for (const row of rows) {
      const event = parseStoredEvent(row.event);
      const known = events.get(row.record_id);
      if (event && known) known.push(event);
      else if (event) events.set(row.record_id, [event]);
    }
  }
  return [...events.values()].flatMap(known => foldRecord(known) ?? []);
}
