import {
  RecordKind,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { RecordRow } from '../database/tables';
import { parseStoredRecord } from './parseStored';

/** A stretch of time of one subject, epoch milliseconds, both ends among it. */
export interface SubjectRange {
  subject: string;
  from: number;
  to: number;
}

/** Ranges of one statement; more would hold up other work of the process. */
const MOST_RANGES = 5000;

// Without the offset PostgreSQL would join the ranges to all records of the kind instead of probing.
const onPostgres = `select r.record from json_to_recordset(?::json) as
    given(subject text, from_at timestamptz, to_at timestamptz)
  cross join lateral (
    select record from records
    where subject = given.subject and kind = ?
      and started_at >= given.from_at and started_at <= given.to_at
    offset 0
  ) r`;

const onSqlite = `select r.record from json_each(?) as given
  join records r on r.subject = json_extract(given.value, '$.subject')
    and r.kind = ?
    and r.started_at >= json_extract(given.value, '$.from_at')
    and r.started_at <= json_extract(given.value, '$.to_at')`;

/**
 * Records of one kind that began in any of the stretches, each once, oldest
 * first. What it costs follows the stretches and not the history around them.
 */
export async function readRecordsIn(
  knex: Knex,
  query: { kind: RecordKind; ranges: readonly SubjectRange[] },
): Promise<ServiceRecord[]> {
  const ranges = mergeRanges(query.ranges);
  const found: ServiceRecord[] = [];
  for (let start = 0; start < ranges.length; start += MOST_RANGES) {
    const rows = await readRows(knex, {
      kind: query.kind,
      ranges: ranges.slice(start, start + MOST_RANGES),
    });
    found.push(
      ...rows.flatMap(({ record }) => parseStoredRecord(record) ?? []),
    );
  }
  return found.sort(
    (a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1),
  );
}

/** Stretches of a subject that touch, as one: no record is read twice. */
function mergeRanges(ranges: readonly SubjectRange[]): SubjectRange[] {
  const merged: SubjectRange[] = [];
  const sorted = [...ranges].sort(
    (a, b) => byText(a.subject, b.subject) || a.from - b.from,
  );
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last?.subject === range.subject && range.from <= last.to) {
      last.to = Math.max(last.to, range.to);
    } else merged.push({ ...range });
  }
  return merged;
}

async function readRows(
  knex: Knex,
  { kind, ranges }: { kind: RecordKind; ranges: readonly SubjectRange[] },
): Promise<Pick<RecordRow, 'record'>[]> {
  const isPostgres = knex.client.config.client === 'pg';
  const at = (instant: number) =>
    isPostgres ? writeInstant(instant) : instant;
  const given = ranges.map(({ subject, from, to }) => {
    return { subject, from_at: at(from), to_at: at(to) };
  });
  const answer = await knex.raw(isPostgres ? onPostgres : onSqlite, [
    JSON.stringify(given),
    kind,
  ]);
  return isPostgres ? answer.rows : answer;
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
