import { FactValue } from 'backstage-plugin-accountability-common';

/** Evidence ids that an assessment keeps of a fact; the whole is measured again when asked for. */
export const keptEvidence = 20;

/** A fact with its newest evidence only; `evidenceCount` stays the whole number. */
export function keepNewest(fact: FactValue): FactValue {
  const evidence = fact.evidence.slice(0, keptEvidence);
  if (fact.status === 'unknown' || !fact.parts) return { ...fact, evidence };
  const parts = fact.parts.map(part => ({
    ...part,
    records: part.records.slice(0, keptEvidence),
  }));
  return { ...fact, evidence, parts };
}
