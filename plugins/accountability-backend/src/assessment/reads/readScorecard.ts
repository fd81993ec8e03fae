import {
  Assessment,
  OwnerSpan,
  ServiceSummary,
  TrendPoint,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { dayOf } from '../../database/dayOf';
import { readOptionalInstant } from '../../database/instants';
import { DbInstant, FactSnapshotRow, ServiceRow } from '../../database/tables';
import { readOwnerSpans, toSummary } from '../../ownership';
import { assessmentParts, parseAssessment } from '../work/storedAssessment';

/** What a scorecard page shows of a service now. */
export interface StoredScorecard {
  service: ServiceSummary;
  spans: OwnerSpan[];
  /** Absent until the service is assessed for the first time. */
  assessment?: Assessment;
  newestRecordAt?: number;
  trends: Record<string, TrendPoint[]>;
  previousTransitionAt?: number;
}

const trendDays = 90;

type Row = ServiceRow & {
  document: string | null;
  facts: string;
  fact_details: string;
  attributions: string;
  policy: string;
  template: string | null;
  newest_record_at: DbInstant | null;
  previous_at: DbInstant | null;
};

/**
 * The latest assessment of a service with its owners and 90 days of trends, in
 * three statements. Undefined where the service is not known or is gone from
 * the catalog.
 */
export async function readScorecard(
  knex: Knex,
  options: { entityRef: string; now?: number },
): Promise<StoredScorecard | undefined> {
  const entityRef = options.entityRef.toLowerCase();
  const row: Row | undefined = await knex('services as s')
    .leftJoin('assessments as a', 'a.entity_ref', 's.entity_ref')
    .leftJoin('policy_templates as t', 't.digest', 'a.policy')
    .where('s.entity_ref', entityRef)
    .whereNull('s.removed_at')
    .first(
      's.*',
      ...assessmentParts.map(name => `a.${name}`),
      'a.newest_record_at',
      {
        template: 't.template',
        previous_at: knex('transitions as t')
          .where('t.entity_ref', entityRef)
          .max('t.at'),
      },
    );
  if (!row) return undefined;
  const spans = await readOwnerSpans(knex, { entityRefs: [entityRef] });
  return {
    service: toSummary(row),
    spans: spans.get(entityRef) ?? [],
    assessment: row.document
      ? parseAssessment(
          { ...row, document: row.document },
          row.template === null ? undefined : JSON.parse(row.template),
        )
      : undefined,
    newestRecordAt: readOptionalInstant(row.newest_record_at),
    trends: await readTrends(knex, {
      entityRef,
      until: options.now ?? Date.now(),
    }),
    previousTransitionAt: readOptionalInstant(row.previous_at),
  };
}

/** Daily values by fact up to the day of an instant, oldest first, in one statement. */
export async function readTrends(
  knex: Knex,
  options: { entityRef: string; until: number },
): Promise<Record<string, TrendPoint[]>> {
  const first = options.until - (trendDays - 1) * 86_400_000;
  const rows = await knex<FactSnapshotRow>('fact_snapshots')
    .where({ entity_ref: options.entityRef })
    .whereBetween('day', [dayOf(first), dayOf(options.until)])
    .orderBy(['fact', 'day'])
    .select();
  const trends: Record<string, TrendPoint[]> = {};
  for (const { fact, day, value } of rows) {
    (trends[fact] ??= []).push({ day, value: value ?? undefined });
  }
  return trends;
}
