import { Knex } from 'knex';
import { readOptionalInstant } from './instants';
import { DbInstant } from './tables';

/** How many of the things that are looked up one by one stand how, and when any was last read. */
export interface LookCounts {
  /** Something was read the last time. */
  read: number;
  /** It is not there. */
  absent: number;
  failing: number;
  /** Of those that fail, the ones that are not tried again by themselves. */
  givenUp: number;
  /** Not looked at yet. */
  waiting: number;
  /** Epoch milliseconds. */
  lastAt?: number;
}

interface Row extends Record<Counted, string | number> {
  last_at: DbInstant | null;
}

type Counted = keyof typeof conditions;

const conditions = {
  read: `status = 'read'`,
  absent: `status = 'absent'`,
  failing: `status = 'fault'`,
  given_up: `status = 'fault' and due_at is null`,
  waiting: 'status is null',
};

/** Counts the rows of a query in one statement; its table has `status`, `checked_at` and `due_at`. */
export async function countLooks(
  knex: Knex,
  query: Knex.QueryBuilder,
): Promise<LookCounts> {
  const counts = Object.entries(conditions).map(([name, condition]) =>
    knex.raw(`count(case when ${condition} then 1 end) as ${name}`),
  );
  const row: Row | undefined = await query
    .clone()
    .select(
      ...counts,
      knex.raw(
        `max(case when status <> 'fault' then checked_at end) as last_at`,
      ),
    )
    .first();
  const lastAt = readOptionalInstant(row?.last_at);
  return {
    read: Number(row?.read ?? 0),
    absent: Number(row?.absent ?? 0),
    failing: Number(row?.failing ?? 0),
    givenUp: Number(row?.given_up ?? 0),
    waiting: Number(row?.waiting ?? 0),
    ...(lastAt !== undefined && { lastAt }),
  };
}
