import { ScorecardResult } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { AssessmentRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';
import { readTemplates } from '../template/readTemplates';
import { parseDocument } from '../work/storedAssessment';

/** What scorecards last said of services, by ref, in two statements; a service that is not assessed yet is left out. */
export async function readStoredResults(
  knex: Knex,
  options: { entityRefs: readonly string[] },
): Promise<Map<string, ScorecardResult[]>> {
  if (options.entityRefs.length === 0) return new Map();
  const rows: Pick<AssessmentRow, 'entity_ref' | 'document' | 'policy'>[] =
    await whereAny(
      knex('assessments').select('entity_ref', 'document', 'policy'),
      'entity_ref',
      options.entityRefs,
    );
  const templates = await readTemplates(
    knex,
    rows.map(({ policy }) => policy),
  );
  return new Map(
    rows.map(({ entity_ref, document, policy }) => [
      entity_ref,
      parseDocument(document, templates.get(policy)).scorecards,
    ]),
  );
}
