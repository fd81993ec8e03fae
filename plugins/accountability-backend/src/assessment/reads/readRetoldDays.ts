import { DayValue, RetoldDay } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { dayOf } from '../../database/dayOf';
import { readInstant } from '../../database/instants';
import {
  FactSnapshotRevisionRow,
  FactSnapshotRow,
} from '../../database/tables';

const mostRevisions = 1000;

type Row = FactSnapshotRevisionRow & {
  now_day: string | null;
  now_value: number | null;
  now_reason: string | null;
};

interface Asked {
  entityRef: string;
  fact: string;
  /** UTC days, both among them. */
  from: string;
  to: string;
  /** Where given, what each day closed by then said to who looked at that instant is told, too. */
  at?: number;
}

/**
 * Days of a fact that were told again, with what they said before and say now,
 * newest first; at most 1,000 earlier values, in whole days. Undefined where
 * the service has days of other facts and none of this one.
 */
export async function readRetoldDays(
  knex: Knex,
  asked: Asked,
): Promise<{ days: RetoldDay[]; truncated: boolean } | undefined> {
  const rows = await readRows(knex, asked);
  if (rows.length === 0) {
    const known = await hasDays(knex, asked);
    return known ? { days: [], truncated: false } : undefined;
  }
  const truncated = rows.length > mostRevisions;
  const byDay = new Map<string, Row[]>();
  for (const row of rows) {
    const known = byDay.get(row.day);
    if (known) known.push(row);
    else byDay.set(row.day, [row]);
  }
  // The day in which the limit lies may not be whole.
  if (truncated && byDay.size > 1) byDay.delete(rows[rows.length - 1].day);
  const days = [...byDay.values()].map(ofDay => toDay(ofDay, asked.at));
  return { days, truncated };
}

function readRows(
  knex: Knex,
  { entityRef, fact, from, to }: Asked,
): Promise<Row[]> {
  return knex('fact_snapshot_revisions as r')
    .leftJoin('fact_snapshots as s', join =>
      join
        .on('s.entity_ref', 'r.entity_ref')
        .on('s.fact', 'r.fact')
        .on('s.day', 'r.day'),
    )
    .where({ 'r.entity_ref': entityRef, 'r.fact': fact })
    .whereBetween('r.day', [from, to])
    .orderBy([
      { column: 'r.day', order: 'desc' },
      { column: 'r.stood_until', order: 'asc' },
    ])
    .limit(mostRevisions + 1)
    .select('r.*', {
      now_day: 's.day',
      now_value: 's.value',
      now_reason: 's.reason',
    });
}

/** Whether the fact has days at all, or nothing of the service has. */
async function hasDays(
  knex: Knex,
  { entityRef, fact }: Asked,
): Promise<boolean> {
  const days = () =>
    knex<FactSnapshotRow>('fact_snapshots').where({ entity_ref: entityRef });
  if (await days().where({ fact }).first('day')) return true;
  return !(await days().first('day'));
}

function toDay(rows: readonly Row[], at: number | undefined): RetoldDay {
  const [{ day, now_day: kept, now_value: value, now_reason: reason }] = rows;
  const earlier = rows.map(row => ({
    ...toValue(row.value, row.reason),
    stoodUntil: readInstant(row.stood_until),
  }));
  const now = kept === null ? undefined : toValue(value, reason);
  // A day that was not over then still moved by itself.
  const then =
    at !== undefined && day < dayOf(at)
      ? strip(earlier.find(({ stoodUntil }) => stoodUntil > at)) ?? now
      : undefined;
  return { day, ...(now && { now }), ...(then && { then }), earlier };
}

function toValue(value: number | null, reason: string | null): DayValue {
  return {
    ...(value !== null && { value }),
    ...(reason !== null && { reason }),
  };
}

function strip(
  said: (DayValue & { stoodUntil: number }) | undefined,
): DayValue | undefined {
  if (!said) return undefined;
  const { stoodUntil: _, ...value } = said;
  return value;
}
