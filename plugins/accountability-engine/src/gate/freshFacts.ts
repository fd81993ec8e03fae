import {
  FactReading,
  UnknownReading,
} from 'backstage-plugin-accountability-common';
import { formatDuration, formatInstant } from '../time';

/** When a decision is made, and the age from which on it takes no fact; milliseconds. */
interface Freshness {
  now: number;
  maxAgeMs: number;
}

/** How old a fact is; one of a clock that runs ahead is new. Milliseconds. */
export function ageOf(
  { observedAt }: Pick<FactReading, 'observedAt'>,
  now: number,
): number {
  return Math.max(0, now - observedAt);
}

/** The facts as one decision takes them: a value that has reached the greatest age is unknown. */
export function freshFacts(
  facts: ReadonlyMap<string, FactReading>,
  freshness: Freshness,
): Map<string, FactReading> {
  const { now, maxAgeMs } = freshness;
  return new Map(
    [...facts].map(([id, fact]) => {
      const old = fact.status === 'known' && ageOf(fact, now) >= maxAgeMs;
      return [id, old ? staleFact(fact, freshness) : fact];
    }),
  );
}

function staleFact(
  fact: FactReading,
  { now, maxAgeMs }: Freshness,
): UnknownReading {
  const { id, unit, observedAt } = fact;
  return {
    id,
    unit,
    observedAt,
    status: 'unknown',
    reason: 'stale',
    because: `It was measured ${formatDuration(
      ageOf(fact, now),
    )} ago, on ${formatInstant(
      observedAt,
    )}, and has to be younger than ${formatDuration(
      maxAgeMs,
    )} here; it is known again once it is measured anew.`,
  };
}
