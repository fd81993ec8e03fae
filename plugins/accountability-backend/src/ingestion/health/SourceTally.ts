import { randomUUID } from 'crypto';
import { VerdictStatus } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { isPolled } from '../polling';
import { IntakeObserver } from '../IntakeObserver';
import { VerifiedDelivery } from '../VerifiedDelivery';

const HOUR = 60 * 60 * 1000;

type Counts = Record<
  VerdictStatus | 'refused' | 'limited' | 'events' | 'timed',
  number
> & {
  lag_ms: number;
  longest_lag_ms: number;
};

interface Refusal {
  at: number;
  because: string;
}

/** Counted on conflict by adding; the longest lag by taking the longer. */
const added = [
  'accepted',
  'ignored',
  'unsupported',
  'rejected',
  'refused',
  'limited',
  'events',
  'timed',
  'lag_ms',
] as const;

/**
 * Counts what each source sends, for its health. Counted in memory and added
 * to the tables every few seconds: an acknowledgement waits for no counter,
 * and a crash loses a few seconds of counting, never a delivery.
 */
export class SourceTally {
  private readonly writer = randomUUID();
  private hours = new Map<string, Counts>();
  private refusals = new Map<string, Refusal>();
  private heard = new Map<string, number>();

  /** `told` hears of each delivery that is not stored. */
  constructor(
    private readonly told?: Pick<IntakeObserver, 'onRefused' | 'onLimited'>,
  ) {}

  /** Counts a delivery that was stored for the first time. One that was polled says nothing of how its sender is doing. */
  countDelivery(delivery: VerifiedDelivery): void {
    if (isPolled(delivery)) return;
    const { source, receivedAt, collected } = delivery;
    this.heard.set(source, Math.max(receivedAt, this.heard.get(source) ?? 0));
    const counts = this.countsOf(source, receivedAt);
    counts[collected.status] += 1;
    if (collected.status !== 'accepted' || collected.events.length === 0)
      return;
    counts.events += collected.events.length;
    let newest = -Infinity;
    for (const { at } of collected.events) newest = Math.max(newest, at);
    const lag = Math.max(0, receivedAt - newest);
    counts.timed += 1;
    counts.lag_ms += lag;
    counts.longest_lag_ms = Math.max(counts.longest_lag_ms, lag);
  }

  /** Counts a delivery that was not from its sender; nothing else is kept of it. */
  countRefusal(source: string, refusal: Refusal): void {
    this.countsOf(source, refusal.at).refused += 1;
    this.refusals.set(source, refusal);
    this.told?.onRefused(source);
  }

  /** Counts a delivery that was sent away because too many came; `at` is in epoch milliseconds. */
  countLimited(source: string, at: number): void {
    this.countsOf(source, at).limited += 1;
    this.told?.onLimited(source);
  }

  /** Adds what was counted since the last time to the tables. */
  async flush(knex: Knex): Promise<void> {
    const { hours, refusals, heard } = this;
    this.hours = new Map();
    this.refusals = new Map();
    this.heard = new Map();
    await knex.transaction(async trx => {
      await addHours(trx, this.writer, hours);
      await writeHeard(trx, heard);
      await writeRefusals(trx, refusals);
    });
  }

  private countsOf(source: string, at: number): Counts {
    const key = JSON.stringify([at - (at % HOUR), source]);
    const known = this.hours.get(key);
    if (known) return known;
    const counts: Counts = {
      accepted: 0,
      ignored: 0,
      unsupported: 0,
      rejected: 0,
      refused: 0,
      limited: 0,
      events: 0,
      timed: 0,
      lag_ms: 0,
      longest_lag_ms: 0,
    };
    this.hours.set(key, counts);
    return counts;
  }
}

async function addHours(
  trx: Knex,
  writer: string,
  hours: ReadonlyMap<string, Counts>,
): Promise<void> {
  if (hours.size === 0) return;
  const greatest = trx.client.config.client === 'pg' ? 'greatest' : 'max';
  const rows = [...hours].map(([key, counts]) => {
    const [hour, source]: [number, string] = JSON.parse(key);
    return { source, hour: writeInstant(hour), writer, ...counts };
  });
  await trx('source_hours')
    .insert(rows)
    .onConflict(['source', 'hour', 'writer'])
    .merge({
      ...Object.fromEntries(
        added.map(name => [
          name,
          trx.raw('?? + ??', [`source_hours.${name}`, `excluded.${name}`]),
        ]),
      ),
      longest_lag_ms: trx.raw(
        `${greatest}(source_hours.longest_lag_ms, excluded.longest_lag_ms)`,
      ),
    });
}

async function writeHeard(
  trx: Knex,
  heard: ReadonlyMap<string, number>,
): Promise<void> {
  const greatest = trx.client.config.client === 'pg' ? 'greatest' : 'max';
  for (const [source, at] of [...heard].sort()) {
    await trx('source_states')
      .insert({ source, heard_at: writeInstant(at) })
      .onConflict('source')
      .merge({
        heard_at: trx.raw(
          `coalesce(${greatest}(source_states.heard_at, excluded.heard_at), excluded.heard_at)`,
        ),
      });
  }
}

async function writeRefusals(
  trx: Knex,
  refusals: ReadonlyMap<string, Refusal>,
): Promise<void> {
  for (const [source, { at, because }] of [...refusals].sort()) {
    await trx('source_states')
      .insert({
        source,
        refused_at: writeInstant(at),
        refused_because: because,
      })
      .onConflict('source')
      .merge();
  }
}
