import {
  SourceHealth,
  VerdictStatus,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { readInstant, readOptionalInstant } from '../../database/instants';
import { DbInstant, SourceStateRow } from '../../database/tables';
import { PolledStream, readPolling } from '../polling';
import { HourTotals, readHours } from './readHours';
import { readLastReceived } from './readLastReceived';
import { readWaiting } from './readWaiting';

const HOUR = 60 * 60 * 1000;
const HOURS_SHOWN = 48;
const HOURS_COUNTED = 24;
const MOST_TROUBLES = 5;

const verdicts: readonly VerdictStatus[] = [
  'accepted',
  'ignored',
  'unsupported',
  'rejected',
];

/**
 * How every source is doing at `now` (epoch milliseconds) that is on or ever
 * delivered, ordered by name. `on` names the sources that are on.
 */
export async function readSourceHealth(
  knex: Knex,
  { now, on }: { now: number; on: readonly string[] },
): Promise<SourceHealth[]> {
  const last = await readLastReceived(knex);
  const thisHour = now - (now % HOUR);
  const hours = await readHours(knex, {
    from: thisHour - (HOURS_SHOWN - 1) * HOUR,
  });
  const states: SourceStateRow[] = await knex('source_states');
  const waiting = await readWaiting(knex);
  const polled = await readPolling(knex, { now });
  const names = new Set([
    ...on,
    ...last.keys(),
    ...states.map(({ source }) => source),
  ]);
  return Promise.all(
    [...names].sort().map(async source => {
      const ofSource = hours.filter(each => each.source === source);
      return {
        source,
        on: on.includes(source),
        lastReceivedAt: last.get(source),
        ...countedHealth(ofSource, now),
        perHour: perHour(ofSource, thisHour),
        ...stateHealth(states.find(state => state.source === source)),
        waiting: waiting.get(source),
        polling: pollingHealth(polled.filter(each => each.source === source)),
        latestTroubles: await readTroubles(knex, source),
      };
    }),
  );
}

function countedHealth(hours: readonly HourTotals[], now: number) {
  const day = hours.filter(({ hour }) => hour > now - HOURS_COUNTED * HOUR);
  const sum = (of: (totals: HourTotals) => number) =>
    day.reduce((total, totals) => total + of(totals), 0);
  const timed = sum(totals => totals.timed);
  const limited = sum(totals => totals.limited);
  return {
    verdicts: verdicts
      .map(status => ({ status, deliveries: sum(totals => totals[status]) }))
      .filter(({ deliveries }) => deliveries > 0),
    refused: sum(totals => totals.refused),
    ...(limited > 0 && { limited }),
    lag:
      timed === 0
        ? undefined
        : {
            mean: Math.round(sum(totals => totals.lagMs) / timed),
            longest: Math.max(...day.map(totals => totals.longestLagMs)),
          },
  };
}

function perHour(hours: readonly HourTotals[], thisHour: number): number[] {
  const counts = new Map(hours.map(totals => [totals.hour, totals.deliveries]));
  return Array.from({ length: HOURS_SHOWN }, (_, index) => {
    const hour = thisHour - (HOURS_SHOWN - 1 - index) * HOUR;
    return counts.get(hour) ?? 0;
  });
}

function stateHealth(state: SourceStateRow | undefined) {
  const quietSince = readOptionalInstant(state?.quiet_since);
  const refusedAt = readOptionalInstant(state?.refused_at);
  return {
    gap:
      quietSince === undefined
        ? undefined
        : { since: quietSince, because: state?.quiet_because ?? '' },
    lastRefusal:
      refusedAt === undefined
        ? undefined
        : { at: refusedAt, because: state?.refused_because ?? '' },
  };
}

function pollingHealth(
  streams: readonly PolledStream[],
): SourceHealth['polling'] {
  if (streams.length === 0) return undefined;
  return streams.map(({ source, waiting, ...stream }) => stream);
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
