import {
  FactReading,
  GateFact,
  GateRuleResult,
} from 'backstage-plugin-accountability-common';
import { ageOf } from './freshFacts';

/** What a decision says of the facts that its rules read, by id, as it took them. */
export function gateFacts(
  rules: readonly GateRuleResult[],
  facts: ReadonlyMap<string, FactReading>,
  given: { now: number; maxAgeMs: number },
): GateFact[] {
  const ids = [...new Set(rules.flatMap(rule => rule.facts))].sort();
  return ids.map(id => describe(id, facts.get(id), given));
}

function describe(
  id: string,
  fact: FactReading | undefined,
  { now, maxAgeMs }: { now: number; maxAgeMs: number },
): GateFact {
  if (!fact) {
    return {
      fact: id,
      status: 'unknown',
      reason: 'never-collected',
      because:
        'No measurement of it is kept for this service; it has one once the service is assessed again.',
      // It was looked for now, and was not there.
      observedAt: now,
      ageMs: 0,
      maxAgeMs,
    };
  }
  return {
    fact: id,
    unit: fact.unit,
    status: fact.status,
    ...(fact.status === 'known'
      ? { value: fact.value }
      : { reason: fact.reason }),
    because: fact.because,
    observedAt: fact.observedAt,
    ageMs: ageOf(fact, now),
    maxAgeMs,
  };
}
