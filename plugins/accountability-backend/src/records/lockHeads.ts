import { RecordEvent } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { insertRows } from '../database/insertRows';

/** Where records live, by record id, and which of them were never heard of before, as far as the database can tell. */
export interface Heads {
  subjects: ReadonlyMap<string, string>;
  created: ReadonlySet<string>;
  /** Those whose contributors were taken out: what they say of who worked on what stays as it is. */
  settled: ReadonlySet<string>;
}

/**
 * Locks the heads of all records the events are about, creating those that
 * are new, and gives the subject each record lives under now. Sorted, so
 * that two writers wait for each other instead of deadlocking.
 */
export async function lockHeads(
  trx: Knex,
  events: readonly Pick<RecordEvent, 'record' | 'subject'>[],
): Promise<Heads> {
  const subjects = new Map<string, string>();
  for (const event of events) {
    if (!subjects.has(event.record)) subjects.set(event.record, event.subject);
  }
  // The revision is not kept any more; its column goes with a later release.
  const rows = [...subjects.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([record_id, subject]) => {
      return { record_id, subject, revision: 0, contributors_gone: false };
    });
  const locked = await insertRows(
    trx,
    {
      table: 'record_heads',
      key: ['record_id'],
      onConflict: { lock: 'revision' },
      returning: ['record_id', 'subject', 'contributors_gone'],
    },
    rows,
  );
  return {
    subjects: new Map(locked.map(row => [row.record_id, row.subject])),
    created: new Set(
      locked.filter(row => row.is_new).map(row => row.record_id),
    ),
    settled: new Set(
      locked.filter(row => row.contributors_gone).map(row => row.record_id),
    ),
  };
}
