import { FactReading } from 'backstage-plugin-accountability-common';
import { readInstant } from '../../database/instants';
import { AssessmentRow } from '../../database/tables';
import { confirmFacts } from '../work/storedAssessment';

/** Facts of a service as they were last known to be. */
export interface StoredFacts {
  /** Those measured then were observed at `measuredAt`, also where they are the same since longer. */
  facts: FactReading[];
  /** Epoch milliseconds. */
  measuredAt: number;
  /** Digest of the policy that was last held against them. */
  policy: string;
}

/** What `toStoredFacts` reads. */
export const storedFactColumns = [
  'facts',
  'measured_at',
  'assessed_at',
  'policy',
] as const;

/** A row with facts as they are stored. */
export type StoredFactColumns = Pick<
  AssessmentRow,
  (typeof storedFactColumns)[number]
>;

/** Facts as a row of assessments has them; throws where they are no JSON. */
export function toStoredFacts(row: StoredFactColumns): StoredFacts {
  const measuredAt = readInstant(row.measured_at ?? row.assessed_at);
  return {
    facts: confirmFacts(JSON.parse(row.facts), measuredAt),
    measuredAt,
    policy: row.policy,
  };
}
