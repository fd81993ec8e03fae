import { RecordEvent } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { RecordEventRow } from '../database/tables';
import { chunked } from './chunked';
import { parseStoredEvent } from './parseStored';

/** Which past to read: instants in epoch milliseconds. */
export interface PastQuery {
  subjects: readonly string[];
  from: number;
  /** Only what had happened up to this instant, by the sources' clocks. */
  at: number;
}

/**
 * Events up to `at` of every record that had one since `from`, was running
 * then or has moved away since, by record id. Folding those of a record up to
 * an instant gives the record as it stood at that instant.
 */
export async function readRecordEvents(
  knex: Knex,
  { subjects, from, at }: PastQuery,
): Promise<Map<string, RecordEvent[]>> {
  const ids = new Set<string>();
  for (const chunk of chunked(subjects)) {
    const found = await findRecords(knex, { subjects: chunk, from, at });
    found.forEach(id => ids.add(id));
  }
  const events = new Map<string, RecordEvent[]>();
  for (const chunk of chunked([...ids].sort())) {
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
  return events;
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
