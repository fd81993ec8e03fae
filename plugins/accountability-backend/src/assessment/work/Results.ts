import { Assessment } from 'backstage-plugin-accountability-common';
import {
  AssessmentRow,
  AttributionRow,
  CheckResultRow,
  FactSnapshotRow,
  ServiceLevelRow,
  TransitionRow,
} from '../../database/tables';

/** A row as it is written: instants are dates. */
type Written<T, Instants extends keyof T> = Omit<T, Instants> & {
  [K in Instants]: null extends T[K] ? Date | null : Date;
};

type WrittenAssessment = Written<
  Omit<AssessmentRow, 'told_at'>,
  'assessed_at' | 'newest_record_at' | 'measured_at'
>;

/** What is stored of one service from its last assessment. */
export interface PreviousResults {
  /** Digest of the document; absent before the first assessment, as the other two are. */
  digest?: string;
  factsDigest?: string;
  /** Digest of the policy that judged. */
  policy?: string;
  levels: ServiceLevelRow[];
  checks: CheckResultRow[];
  /** Attributions in force of the incidents at hand. */
  attributions: AttributionRow[];
  /** Snapshots of the day at hand. */
  snapshots: FactSnapshotRow[];
}

/** What is different after an assessment, row by row. */
export interface ResultChanges {
  /** Of which both the facts and what is said of them are new. */
  assessments: WrittenAssessment[];
  /** Of which something else is said of the same facts. */
  judged: Pick<
    WrittenAssessment,
    | 'entity_ref'
    | 'assessed_at'
    | 'known'
    | 'applicable'
    | 'document'
    | 'digest'
    | 'policy'
  >[];
  /** Of which the same is said of other facts. */
  measured: Pick<
    WrittenAssessment,
    | 'entity_ref'
    | 'assessed_at'
    | 'newest_record_at'
    | 'facts'
    | 'fact_details'
    | 'attributions'
    | 'facts_digest'
    | 'measured_at'
  >[];
  /** Of which the facts were measured and are the same. */
  confirmed: Pick<WrittenAssessment, 'entity_ref' | 'measured_at'>[];
  /** Of which another policy says the same. */
  policies: Pick<WrittenAssessment, 'entity_ref' | 'policy'>[];
  levels: Written<ServiceLevelRow, 'since'>[];
  levelsGone: Pick<ServiceLevelRow, 'entity_ref' | 'scorecard'>[];
  checks: Written<CheckResultRow, 'since'>[];
  checksGone: Pick<CheckResultRow, 'entity_ref' | 'scorecard' | 'check_id'>[];
  transitions: Written<TransitionRow, 'at'>[];
  attributions: Written<
    AttributionRow,
    'decided_at' | 'superseded_at' | 'incident_at'
  >[];
  snapshots: FactSnapshotRow[];
}

/** No change at all. */
export function noChanges(): ResultChanges {
  return {
    assessments: [],
    judged: [],
    measured: [],
    confirmed: [],
    policies: [],
    levels: [],
    levelsGone: [],
    checks: [],
    checksGone: [],
    transitions: [],
    attributions: [],
    snapshots: [],
  };
}

/** The changes of several services as one, in their order. */
export function joinChanges(all: readonly ResultChanges[]): ResultChanges {
  const joined = noChanges();
  for (const changes of all) {
    joined.assessments.push(...changes.assessments);
    joined.judged.push(...changes.judged);
    joined.measured.push(...changes.measured);
    joined.confirmed.push(...changes.confirmed);
    joined.policies.push(...changes.policies);
    joined.levels.push(...changes.levels);
    joined.levelsGone.push(...changes.levelsGone);
    joined.checks.push(...changes.checks);
    joined.checksGone.push(...changes.checksGone);
    joined.transitions.push(...changes.transitions);
    joined.attributions.push(...changes.attributions);
    joined.snapshots.push(...changes.snapshots);
  }
  return joined;
}

/** How scorecards stand beside how they stood. */
export interface Standings {
  assessment: Pick<Assessment, 'entityRef' | 'at' | 'scorecards'>;
  previous: Pick<PreviousResults, 'levels' | 'checks'>;
}

/** An assessment beside what is stored, to be told apart. */
export interface Comparison {
  assessment: Assessment;
  newestRecordAt?: number;
  previous: PreviousResults;
  /** Incidents that no longer count on their own: their links are superseded. */
  merged: ReadonlySet<string>;
}
