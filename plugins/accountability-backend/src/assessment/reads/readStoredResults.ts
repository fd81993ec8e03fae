import {
  Assessment,
  ScorecardResult,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { AssessmentRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';

/** What scorecards last said of services, by ref, in one statement; a service that is not assessed yet is left out. */
export async function readStoredResults(
  knex: Knex,
  options: { entityRefs: readonly string[] },
): Promise<Map<string, ScorecardResult[]>> {
  if (options.entityRefs.length === 0) return new Map();
  const rows: Pick<AssessmentRow, 'entity_ref' | 'document'>[] = await whereAny(
    knex('assessments').select('entity_ref', 'document'),
    'entity_ref',
    options.entityRefs,
  );
  return new Map(
    rows.map(row => {
      const { scorecards }: Pick<Assessment, 'scorecards'> = JSON.parse(
        row.document,
      );
      return [row.entity_ref, scorecards];
    }),
  );
}
