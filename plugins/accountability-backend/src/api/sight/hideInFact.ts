import { FactValue } from 'backstage-plugin-accountability-common';
import { RecordSight } from './RecordSight';

/** A fact without the ids of records of services that the caller may not see. Its value, its sentence and its counts stay. */
export function hideInFact(fact: FactValue, sight: RecordSight): FactValue {
  const seen = (ids: readonly string[]) => ids.filter(id => sight.record(id));
  const evidence = seen(fact.evidence);
  if (fact.status === 'unknown' || !fact.parts) return { ...fact, evidence };
  const parts = fact.parts.map(part => {
    return { ...part, records: seen(part.records) };
  });
  return { ...fact, evidence, parts };
}
