import { Knex } from 'knex';
import { groupByRef } from '../../database/groupByRef';
import { readInstant } from '../../database/instants';
import {
  AssessmentQueueRow,
  AssessmentRow,
  CheckResultRow,
  ServiceLevelRow,
  ServiceRow,
} from '../../database/tables';
import { whereAny } from '../../database/whereAny';
import { exemptionsOf, readExemptions } from '../../governance';
import { toSummary } from '../../ownership';
import { StoredService } from './StoredService';

type Row = ServiceRow &
  Pick<AssessmentRow, 'facts' | 'digest' | 'policy'> &
  Pick<AssessmentQueueRow, 'due_at'> & {
    document_digest: string;
  };

/**
 * What is stored of services that were assessed before, with the exemptions
 * that hold for them, in four statements however many. Those gone from the
 * catalog are left out.
 */
export async function readStoredServices(
  knex: Knex,
  options: { entityRefs: readonly string[]; now: number },
): Promise<StoredService[]> {
  const { entityRefs, now } = options;
  const rows: Row[] = await whereAny(
    knex('services as s')
      .join('assessments as a', 'a.entity_ref', 's.entity_ref')
      .join('assessment_queue as q', 'q.entity_ref', 's.entity_ref')
      .whereNull('s.removed_at')
      .orderBy('s.entity_ref')
      .select('s.*', 'a.facts', 'a.policy', 'q.due_at')
      .select({ document_digest: 'a.digest' }),
    's.entity_ref',
    entityRefs,
  );
  const of = (table: string) =>
    whereAny(knex(table).select(), 'entity_ref', entityRefs);
  const levels = groupByRef<ServiceLevelRow>(await of('service_levels'));
  const checks = groupByRef<CheckResultRow>(await of('check_results'));
  const summaries = rows.map(toSummary);
  const exemptions = await readExemptions(knex, {
    services: summaries,
    endingAfter: now,
  });
  return rows.map((row, index) => ({
    service: { ...summaries[index], entity: JSON.parse(row.entity) },
    facts: row.facts,
    exemptions: exemptionsOf(exemptions, summaries[index]),
    previous: {
      digest: row.document_digest,
      policy: row.policy,
      levels: levels.get(row.entity_ref) ?? [],
      checks: checks.get(row.entity_ref) ?? [],
    },
    dueAt: readInstant(row.due_at),
  }));
}
