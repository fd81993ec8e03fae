import { Knex } from 'knex';
import { readOptionalInstant, writeInstant } from '../../database/instants';
import { DbInstant } from '../../database/tables';

/** How the queue of assessments stands, in services. */
export interface QueueFigures {
  due: number;
  /** Since when the first of them has waited, epoch milliseconds; absent where none is due. */
  oldestDueAt?: number;
  /** Held by a worker right now. */
  claimed: number;
  /** Held by a worker that let its lease run out: it stopped, or is too slow. Any worker takes them over. */
  expired: number;
  /** Whose last assessment failed; they are tried again. */
  failing: number;
  /** With closed days that are told again. */
  restating: number;
}

type Counted = Exclude<keyof QueueFigures, 'oldestDueAt'>;

interface Row extends Record<Counted, number | string | null> {
  oldest: DbInstant | null;
}

/** Reads how the queue stands at `now` (epoch milliseconds), in one statement. */
export async function readQueueFigures(
  knex: Knex,
  options: { now: number },
): Promise<QueueFigures> {
  const now = writeInstant(options.now);
  const counted: [Counted, string, (string | Date | number)[]][] = [
    ['due', 'due_at <= ?', [now]],
    ['claimed', 'leased_until > ?', [now]],
    ['expired', 'leased_until <= ?', [now]],
    ['failing', 'attempts > 0', []],
    ['restating', 'restate_from is not null', []],
  ];
  const row: Row = await knex('assessment_queue').first(
    ...counted.map(([name, condition, values]) =>
      knex.raw(`count(case when ${condition} then 1 end) as ${name}`, values),
    ),
    knex.raw('min(case when due_at <= ? then due_at end) as oldest', [now]),
  );
  const oldestDueAt = readOptionalInstant(row.oldest);
  return {
    due: Number(row.due),
    claimed: Number(row.claimed),
    expired: Number(row.expired),
    failing: Number(row.failing),
    restating: Number(row.restating),
    ...(oldestDueAt !== undefined && { oldestDueAt }),
  };
}
