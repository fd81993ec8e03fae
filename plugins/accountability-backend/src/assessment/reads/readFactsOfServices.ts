import { FactReading } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { AssessmentRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';
import { storedFactColumns, toStoredFacts } from './storedFacts';

/** Facts of services as they were last known to be, by ref, in one statement; a service that is not assessed yet is left out. */
export async function readFactsOfServices(
  knex: Knex,
  options: { entityRefs: readonly string[] },
): Promise<Map<string, FactReading[]>> {
  if (options.entityRefs.length === 0) return new Map();
  const rows: AssessmentRow[] = await whereAny(
    knex('assessments').select('entity_ref', ...storedFactColumns),
    'entity_ref',
    options.entityRefs,
  );
  return new Map(rows.map(row => [row.entity_ref, toStoredFacts(row).facts]));
}
