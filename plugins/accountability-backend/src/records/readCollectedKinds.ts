import { RecordKind } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { chunked } from './chunked';

/** Kinds of record each subject has at least one of; subjects without any are absent. Probes, never scans. */
export async function readCollectedKinds(
  knex: Knex,
  { subjects }: { subjects: readonly string[] },
): Promise<Map<string, RecordKind[]>> {
  const kinds = new Map<string, RecordKind[]>();
  for (const chunk of chunked(subjects)) {
    const rows: { subject: string; kind: RecordKind }[] = await knex('subjects')
      .crossJoin(knex.ref('record_kinds'))
      .whereIn('subjects.subject', chunk)
      .whereExists(
        knex('records')
          .select(knex.raw('1'))
          .whereRaw('records.subject = subjects.subject')
          .whereRaw('records.kind = record_kinds.kind'),
      )
      .orderBy(['subjects.subject', 'record_kinds.kind'])
      .select('subjects.subject', 'record_kinds.kind');
    for (const { subject, kind } of rows) {
      kinds.set(subject, [...(kinds.get(subject) ?? []), kind]);
    }
  }
  return kinds;
}
