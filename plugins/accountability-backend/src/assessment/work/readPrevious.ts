import { Knex } from 'knex';
import { groupByRef } from '../../database/groupByRef';
import {
  AssessmentRow,
  AttributionRow,
  CheckResultRow,
  FactSnapshotRow,
  ServiceLevelRow,
} from '../../database/tables';
import { whereAny } from '../../database/whereAny';
import { PreviousResults } from './Results';

/**
 * Reads what is stored of the services from their last assessments, in five
 * statements: of attributions those of the given incidents, of snapshots those
 * of the given day.
 */
export async function readPrevious(
  trx: Knex,
  options: {
    entityRefs: readonly string[];
    incidents: readonly string[];
    day: string;
  },
): Promise<(entityRef: string) => PreviousResults> {
  const { entityRefs } = options;
  const of = (query: Knex.QueryBuilder) =>
    whereAny(query, 'entity_ref', entityRefs);
  const documents = groupByRef<
    Pick<AssessmentRow, 'entity_ref' | 'digest' | 'facts_digest' | 'policy'>
  >(
    await of(
      trx('assessments').select(
        'entity_ref',
        'digest',
        'facts_digest',
        'policy',
      ),
    ),
  );
  const levels = groupByRef<ServiceLevelRow>(
    await of(trx('service_levels').select()),
  );
  const checks = groupByRef<CheckResultRow>(
    await of(trx('check_results').select()),
  );
  const attributions = groupByRef<AttributionRow>(
    await whereAny(
      of(trx('attributions').select().whereNull('superseded_at')),
      'incident_id',
      options.incidents,
    ),
  );
  const snapshots = groupByRef<FactSnapshotRow>(
    await of(trx('fact_snapshots').select().where({ day: options.day })),
  );
  return ref => ({
    digest: documents.get(ref)?.[0].digest,
    factsDigest: documents.get(ref)?.[0].facts_digest,
    policy: documents.get(ref)?.[0].policy,
    levels: levels.get(ref) ?? [],
    checks: checks.get(ref) ?? [],
    attributions: attributions.get(ref) ?? [],
    snapshots: snapshots.get(ref) ?? [],
  });
}
