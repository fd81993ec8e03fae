import { FactDefinition } from 'backstage-plugin-accountability-engine';

const dayMs = 86_400_000;

/** Days before today of which the use of pools is told at first: those of the trends, with the window before the first of them. */
const daysTold = 120;

/** First instants of UTC days, or `2026-11-23` of them. */
export interface PoolSpan<T> {
  /** First day that the windows of facts reach, always read. */
  from: T;
  /** First day that late records may speak of. */
  earliest: T;
  /** Exclusive: the day that is not over. */
  today: T;
}

/** Which closed days matter to facts that look at pools; undefined where none does. */
export function poolSpan(
  facts: readonly FactDefinition[],
  now: number,
): PoolSpan<number> | undefined {
  const readers = facts.filter(({ readsPools }) => readsPools);
  if (readers.length === 0) return undefined;
  const today = Math.floor(now / dayMs) * dayMs;
  // Before the last of them counts, the window begins a day earlier.
  const days = Math.max(...readers.map(({ windowDays }) => windowDays)) + 1;
  return {
    from: today - days * dayMs,
    earliest: today - Math.max(days, daysTold) * dayMs,
    today,
  };
}
