import { Knex } from 'knex';
import {
  RecordKind,
  UnownedSubject,
} from 'backstage-plugin-accountability-common';
import { readInstant } from '../database/instants';
import { DbInstant } from '../database/tables';
import { whereAny } from '../database/whereAny';
import { hintFor } from './hintFor';

interface CountRow {
  subject: string;
  kind: RecordKind;
  records: number | string;
  first_at: DbInstant;
  last_at: DbInstant;
}

/**
 * Subjects with records and without a service, by name, a page at a time, in
 * two statements: the second counts the records of that page only. `nextAfter`
 * is where the next page begins.
 */
export async function readUnownedSubjects(
  knex: Knex,
  options: { after?: string; limit: number },
): Promise<{ items: UnownedSubject[]; nextAfter?: string }> {
  const query = knex('subjects as s')
    .leftJoin('subject_keys as k', 'k.subject', 's.subject')
    .whereNull('k.subject')
    .whereExists(
      knex
        .select(knex.raw('1'))
        .from('records as r')
        .whereRaw('r.subject = s.subject'),
    )
    .orderBy('s.subject')
    .limit(options.limit + 1);
  if (options.after !== undefined) query.where('s.subject', '>', options.after);
  const subjects: string[] = await query.pluck('s.subject');
  const page = subjects.slice(0, options.limit);
  const counts = await countRecords(knex, page);
  return {
    items: page.map(subject => toItem(subject, counts.get(subject) ?? [])),
    nextAfter: subjects.length > options.limit ? page.at(-1) : undefined,
  };
}

async function countRecords(knex: Knex, subjects: readonly string[]) {
  const bySubject = new Map<string, CountRow[]>();
  if (subjects.length === 0) return bySubject;
  const rows: CountRow[] = await whereAny(
    knex('records')
      .select(
        'subject',
        'kind',
        knex.raw('count(*) as records'),
        knex.raw('min(started_at) as first_at'),
        knex.raw('max(started_at) as last_at'),
      )
      .groupBy('subject', 'kind')
      .orderBy('kind'),
    'subject',
    subjects,
  );
  for (const row of rows) {
    bySubject.set(row.subject, [...(bySubject.get(row.subject) ?? []), row]);
  }
  return bySubject;
}

function toItem(subject: string, rows: readonly CountRow[]): UnownedSubject {
  return {
    subject,
    counts: rows.map(row => {
      return { kind: row.kind, records: Number(row.records) };
    }),
    firstAt: Math.min(...rows.map(row => readInstant(row.first_at))),
    lastAt: Math.max(...rows.map(row => readInstant(row.last_at))),
    hint: hintFor(subject),
  };
}
