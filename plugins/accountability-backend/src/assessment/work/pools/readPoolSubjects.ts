import { Knex } from 'knex';
import { dayOf } from '../../../database/dayOf';
import { readOptionalInstant } from '../../../database/instants';
import { DbInstant } from '../../../database/tables';
import { whereAny } from '../../../database/whereAny';
import { PoolSpan } from './poolSpan';

/** How far the use of pools by a subject is told. */
export interface ToldSubject {
  subject: string;
  /** Those of the services at hand that it belongs to. */
  entityRefs: string[];
  /** First UTC day that is whole once it is told. */
  since: string;
  /** The same as stored; absent where nothing was told. */
  storedSince?: string;
  /** Of the days of the window, as stored; absent where nothing was told. */
  digest?: string;
  /** From which day before the window on it is to be told, too; absent where those days stay. */
  olderFrom?: number;
}

interface Row {
  entity_ref: string;
  subject: string;
  since: string | null;
  digest: string | null;
  restate_from: DbInstant | null;
}

const dayMs = 86_400_000;

/** Subjects of services with what is stored of their use of pools, in one statement. */
export async function readPoolSubjects(
  knex: Knex,
  {
    entityRefs,
    span,
  }: { entityRefs: readonly string[]; span: PoolSpan<number> },
): Promise<ToldSubject[]> {
  const rows: Row[] = await whereAny(
    knex('subject_keys as k')
      .leftJoin('pool_subjects as s', 's.subject', 'k.subject')
      .leftJoin('assessment_queue as q', 'q.entity_ref', 'k.entity_ref')
      .select('k.entity_ref', 'k.subject')
      .select('s.since', 's.digest', 'q.restate_from')
      .orderBy(['k.subject', 'k.entity_ref']),
    'k.entity_ref',
    entityRefs,
  );
  const subjects = new Map<string, ToldSubject>();
  for (const row of rows) {
    const late = readOptionalInstant(row.restate_from);
    const known = subjects.get(row.subject) ?? startOf(row, span);
    subjects.set(row.subject, known);
    known.entityRefs.push(row.entity_ref);
    if (late !== undefined && late < span.from) tellFrom(known, late, span);
  }
  return [...subjects.values()];
}

function startOf(row: Row, { earliest }: PoolSpan<number>): ToldSubject {
  return {
    subject: row.subject,
    entityRefs: [],
    ...(row.since === null || row.digest === null
      ? { since: dayOf(earliest), olderFrom: earliest }
      : { since: row.since, storedSince: row.since, digest: row.digest }),
  };
}

/** Late records may speak of days before the earliest that are told: those are whole no more. */
function tellFrom(
  told: ToldSubject,
  late: number,
  { earliest }: PoolSpan<number>,
) {
  const from = Math.max(earliest, Math.floor(late / dayMs) * dayMs);
  told.olderFrom = Math.min(told.olderFrom ?? from, from);
  if (late < earliest && told.since < dayOf(earliest)) {
    told.since = dayOf(earliest);
  }
}
