import { FactValue } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { readInstant } from '../../database/instants';
import { AssessmentRow } from '../../database/tables';
import { confirmFacts } from '../work/storedAssessment';

/** Facts of a service as they were last known to be. */
export interface StoredFacts {
  /** Those measured then were observed at `measuredAt`, also where they are the same since longer. */
  facts: FactValue[];
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

/** The facts of the last assessment of a service, in one statement; undefined where it was never assessed. */
export async function readStoredFacts(
  knex: Knex,
  entityRef: string,
): Promise<StoredFacts | undefined> {
  const row = await knex<AssessmentRow>('assessments')
    .where({ entity_ref: entityRef.toLowerCase() })
    .first(...storedFactColumns);
  return row && toStoredFacts(row);
}

/** Facts as a row of assessments has them. */
export function toStoredFacts(
  row: Pick<AssessmentRow, (typeof storedFactColumns)[number]>,
): StoredFacts {
  const measuredAt = readInstant(row.measured_at ?? row.assessed_at);
  return {
    facts: confirmFacts(JSON.parse(row.facts), measuredAt),
    measuredAt,
    policy: row.policy,
  };
}
