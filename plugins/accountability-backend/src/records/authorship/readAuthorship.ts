import { Knex } from 'knex';
import { dayOf } from '../../database/dayOf';
import { AuthorshipDayRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';

/** What a contributor did to an area of a subject on a day. */
export interface SubjectAuthorship {
  subject: string;
  area: string;
  contributor: string;
  /** First instant of the UTC day, epoch milliseconds. */
  day: number;
  changes: number;
  reviews: number;
}

/** Who worked on what of the subjects since an instant (epoch milliseconds) and up to another, in one statement. */
export async function readAuthorship(
  knex: Knex,
  query: { subjects: readonly string[]; from: number; to: number },
): Promise<SubjectAuthorship[]> {
  if (query.subjects.length === 0) return [];
  const rows: AuthorshipDayRow[] = await whereAny(
    knex<AuthorshipDayRow>('authorship_days')
      .whereBetween('day', [dayOf(query.from), dayOf(query.to)])
      .select(),
    'subject',
    query.subjects,
  );
  const known = new Map<string, number>();
  const startOf = (day: string) => {
    const start = known.get(day) ?? Date.parse(day);
    known.set(day, start);
    return start;
  };
  return rows.map(row => ({ ...row, day: startOf(row.day) }));
}
