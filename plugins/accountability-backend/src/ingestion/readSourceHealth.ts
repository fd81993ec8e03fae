import {
  SourceHealth,
  VerdictStatus,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import {
  readInstant,
  readOptionalInstant,
  writeInstant,
} from '../database/instants';
import { DbInstant } from '../database/tables';

const DAY = 24 * 60 * 60 * 1000;
const MOST_TROUBLES = 5;

interface VerdictCount {
  source: string;
  verdict: VerdictStatus;
  deliveries: number | string;
}

/** How every source that ever delivered is doing at `now` (epoch milliseconds), ordered by name. */
export async function readSourceHealth(
  knex: Knex,
  { now }: { now: number },
): Promise<SourceHealth[]> {
  const seen = await readLastReceived(knex);
  const counts: VerdictCount[] = await knex('deliveries')
    .whereIn(
      'source',
      seen.map(({ source }) => source),
    )
    .where('received_at', '>=', writeInstant(now - DAY))
    .groupBy('source', 'verdict')
    .orderBy('verdict')
    .select('source', 'verdict')
    .count({ deliveries: '*' });
  return Promise.all(
    seen.map(async ({ source, last }) => ({
      source,
      lastReceivedAt: readOptionalInstant(last),
      verdicts: counts
        .filter(count => count.source === source)
        .map(count => ({
          status: count.verdict,
          deliveries: Number(count.deliveries),
        })),
      latestTroubles: await readTroubles(knex, source),
    })),
  );
}

/** Steps from source to source along the index instead of reading every delivery. */
async function readLastReceived(
  knex: Knex,
): Promise<{ source: string; last: DbInstant | null }[]> {
  return knex
    .withRecursive(
      'sources',
      ['source'],
      knex.raw(
        `select min(source) from deliveries union all
         select (select min(d.source) from deliveries d where d.source > sources.source)
         from sources where sources.source is not null`,
      ),
    )
    .from('sources')
    .whereNotNull('sources.source')
    .orderBy('sources.source')
    .select(
      'sources.source',
      knex('deliveries as latest')
        .max('latest.received_at')
        .whereRaw('latest.source = sources.source')
        .as('last'),
    );
}

async function readTroubles(
  knex: Knex,
  source: string,
): Promise<SourceHealth['latestTroubles']> {
  const rows: {
    received_at: DbInstant;
    verdict: VerdictStatus;
    because: string | null;
  }[] = await knex('deliveries')
    .where({ source })
    // As the partial index has it, so that both databases use it.
    .whereRaw("verdict <> 'accepted'")
    .orderBy('received_at', 'desc')
    .limit(MOST_TROUBLES)
    .select('received_at', 'verdict', 'because');
  return rows.map(row => ({
    at: readInstant(row.received_at),
    status: row.verdict,
    because: row.because ?? '',
  }));
}
