import { Knex } from 'knex';
import { DbInstant } from '../../database/tables';
import { readOptionalInstant } from '../../database/instants';

/** How polling of one stream is doing. Instants are epoch milliseconds. */
export interface PolledStream {
  source: string;
  stream: string;
  subjects: number;
  /** Subjects that never had their turn. */
  waiting: number;
  /** Subjects whose last pass failed. */
  failing: number;
  /** Longest time since a subject had its turn; absent where none had. */
  oldestPolledAt?: number;
  /** When its quota is there again; absent where it is. */
  limitedUntil?: number;
  /** Why one of the last passes failed or paused. */
  trouble?: string;
}

interface Row {
  source: string;
  stream: string;
  subjects: number | string;
  waiting: number | string;
  failing: number | string;
  oldest_polled_at: DbInstant | null;
  limited_until: DbInstant | null;
  trouble: string | null;
}

/** How polling is doing, stream by stream, in one statement. */
export async function readPolling(
  knex: Knex,
  { now }: { now: number },
): Promise<PolledStream[]> {
  const rows: Row[] = await knex('poll_bookmarks')
    .groupBy('source', 'stream')
    .orderBy(['source', 'stream'])
    .select(
      'source',
      'stream',
      knex.raw('count(*) as subjects'),
      knex.raw('sum(case when polled_at is null then 1 else 0 end) as waiting'),
      knex.raw('sum(case when failures > 0 then 1 else 0 end) as failing'),
      knex.raw('min(polled_at) as oldest_polled_at'),
      knex.raw('max(limited_until) as limited_until'),
      knex.raw('max(trouble) as trouble'),
    );
  return rows.map(row => {
    const limitedUntil = readOptionalInstant(row.limited_until);
    return {
      source: row.source,
      stream: row.stream,
      subjects: Number(row.subjects),
      waiting: Number(row.waiting),
      failing: Number(row.failing),
      oldestPolledAt: readOptionalInstant(row.oldest_polled_at),
      limitedUntil:
        limitedUntil !== undefined && limitedUntil > now
          ? limitedUntil
          : undefined,
      trouble: row.trouble ?? undefined,
    };
  });
}
