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

/** What is stored of one service from its last assessment. */
export interface PreviousResults {
  /** Digest of the document; absent before the first assessment. */
  digest?: string;
  levels: ServiceLevelRow[];
  checks: CheckResultRow[];
  /** Attributions in force of the incidents at hand. */
  attributions: AttributionRow[];
  /** Snapshots of the day at hand. */
  snapshots: FactSnapshotRow[];
}

/** What is different after an assessment, row by row. */
export interface ResultChanges {
  assessments: Written<AssessmentRow, 'assessed_at' | 'newest_record_at'>[];
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

/** An assessment beside what is stored, to be told apart. */
export interface Comparison {
  assessment: Assessment;
  newestRecordAt?: number;
  previous: PreviousResults;
  /** Incidents that no longer count on their own: their links are superseded. */
  merged: ReadonlySet<string>;
}
