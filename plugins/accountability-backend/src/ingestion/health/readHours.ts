import { Knex } from 'knex';
import { readInstant, writeInstant } from '../../database/instants';
import { SourceHourRow } from '../../database/tables';

/** What one source sent in one hour, over all replicas. Durations in milliseconds. */
export interface HourTotals {
  source: string;
  hour: number;
  deliveries: number;
  accepted: number;
  ignored: number;
  unsupported: number;
  rejected: number;
  refused: number;
  limited: number;
  timed: number;
  lagMs: number;
  longestLagMs: number;
}

const summed = [
  'accepted',
  'ignored',
  'unsupported',
  'rejected',
  'refused',
  'limited',
  'timed',
  'lag_ms',
] as const;

/** Hours from an instant on in which anything came, of every source. */
export async function readHours(
  knex: Knex,
  { from }: { from: number },
): Promise<HourTotals[]> {
  const rows: SourceHourRow[] = await knex('source_hours')
    .where('hour', '>=', writeInstant(from))
    .groupBy('source', 'hour')
    .orderBy(['source', 'hour'])
    .select(
      'source',
      'hour',
      knex.raw('max(longest_lag_ms) as longest_lag_ms'),
      ...summed.map(name => knex.raw('sum(??) as ??', [name, name])),
    );
  return rows.map(row => {
    const [accepted, ignored, unsupported, rejected] = [
      Number(row.accepted),
      Number(row.ignored),
      Number(row.unsupported),
      Number(row.rejected),
    ];
    return {
      source: row.source,
      hour: readInstant(row.hour),
      deliveries: accepted + ignored + unsupported + rejected,
      accepted,
      ignored,
      unsupported,
      rejected,
      refused: Number(row.refused),
      limited: Number(row.limited),
      timed: Number(row.timed),
      lagMs: Number(row.lag_ms),
      longestLagMs: Number(row.longest_lag_ms),
    };
  });
}
