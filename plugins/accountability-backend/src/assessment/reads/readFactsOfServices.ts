import { FactValue } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { readInstant } from '../../database/instants';
import { AssessmentRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';
import { confirmFacts } from '../work/storedAssessment';

/** Facts of services as they were last known to be, by ref, in one statement; a service that is not assessed yet is left out. */
export async function readFactsOfServices(
  knex: Knex,
  options: { entityRefs: readonly string[] },
): Promise<Map<string, FactValue[]>> {
  if (options.entityRefs.length === 0) return new Map();
  const rows: Pick<
    AssessmentRow,
    'entity_ref' | 'facts' | 'measured_at' | 'assessed_at'
  >[] = await whereAny(
    knex('assessments').select(
      'entity_ref',
      'facts',
      'measured_at',
      'assessed_at',
    ),
    'entity_ref',
    options.entityRefs,
  );
  return new Map(
    rows.map(row => [
      row.entity_ref,
      confirmFacts(
        JSON.parse(row.facts),
        readInstant(row.measured_at ?? row.assessed_at),
      ),
    ]),
  );
}
