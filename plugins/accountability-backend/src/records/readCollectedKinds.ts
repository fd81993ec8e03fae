import { RecordKind } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { chunked } from './chunked';

/** Kinds of record each subject has at least one of; subjects without any are absent. With `until` (inclusive) only records begun by then. Probes, never scans. */
export async function readCollectedKinds(
  knex: Knex,
  { subjects, until }: { subjects: readonly string[]; until?: number },
): Promise<Map<string, RecordKind[]>> {
  const kinds = new Map<string, RecordKind[]>();
  for (const chunk of chunked(subjects)) {
    const rows: { subject: string; kind: RecordKind }[] = await knex('subjects')
      .crossJoin(knex.ref('record_kinds'))
      .whereIn('subjects.subject', chunk)
      // Not `exists`: PostgreSQL would join it to all records instead of probing.
      .whereRaw('? is not null', [
        knex('records')
          .select(knex.raw('1'))
          .whereRaw('records.subject = subjects.subject')
          .whereRaw('records.kind = record_kinds.kind')
          .modify(probe => {
            if (until === undefined) return;
            probe.where('records.started_at', '<=', writeInstant(until));
          })
          .limit(1),
      ])
      .orderBy(['subjects.subject', 'record_kinds.kind'])
      .select('subjects.subject', 'record_kinds.kind');
    for (const { subject, kind } of rows) {
      kinds.set(subject, [...(kinds.get(subject) ?? []), kind]);
    }
  }
  return kinds;
}
