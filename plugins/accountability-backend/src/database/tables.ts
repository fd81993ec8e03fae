import { DbInstant } from './DbInstant';

export type { DbInstant } from './DbInstant';
export * from './backtestTables';
export * from './billTables';
export * from './campaignTables';
export * from './exemptionTables';
export * from './gateTables';
export * from './governanceTables';
export * from './intakeTables';
export * from './manifestTables';
export * from './packageTables';
export * from './peopleTables';
export * from './policyTables';
export * from './topicTables';
export * from './referenceTables';
export * from './tellingTables';
export * from './reportedTables';

// Row types of tables, as knex gives them back, where rows are read whole or written by name; those of ingestion, governance and people in files of their own.

export interface RecordEventRow {
  record_id: string;
  event_id: string;
  subject: string;
  at: DbInstant;
  event: string;
  delivery_id: string;
  received_at: DbInstant;
}

export interface RecordRow {
  subject: string;
  record_id: string;
  kind: string;
  started_at: DbInstant;
  ended_at: DbInstant | null;
  environment: string | null;
  record: string;
  named_until: DbInstant | null;
  merged_sha: string | null;
  format: string | null;
}

export interface ServiceRow {
  entity_ref: string;
  title: string;
  kind: string;
  type: string | null;
  lifecycle: string | null;
  system: string | null;
  project: string | null;
  owner_ref: string | null;
  owner_resolves: boolean | number;
  entity: string;
  digest: string;
  removed_at: DbInstant | null;
}

export interface SystemRow {
  system_ref: string;
  domain_ref: string;
}

export interface SubjectKeyRow {
  subject: string;
  entity_ref: string;
  origin: string;
}

export interface ServiceDependencyRow {
  entity_ref: string;
  depends_on: string;
}

export interface OwnerSpanRow {
  entity_ref: string;
  valid_from: DbInstant;
  valid_to: DbInstant | null;
  owner_ref: string | null;
  origin: string;
}

export interface GroupRow {
  group_ref: string;
  title: string;
  parent_ref: string | null;
  zone: string | null;
  rotas: string | null;
}

export interface GroupClosureRow {
  ancestor_ref: string;
  descendant_ref: string;
  depth: number;
}

export interface OwnershipProblemRow {
  entity_ref: string;
  problem: string;
  because: string;
}

export interface AssessmentQueueRow {
  entity_ref: string;
  due_at: DbInstant;
  version: number;
  lease: string | null;
  leased_until: DbInstant | null;
  attempts: number;
  trouble: string | null;
  restate_from: DbInstant | null;
}

export interface ServiceLevelRow {
  entity_ref: string;
  scorecard: string;
  level: string | null;
  rank: number;
  ladder: string;
  since: DbInstant;
}

export interface CheckResultRow {
  entity_ref: string;
  scorecard: string;
  check_id: string;
  burden: string;
  /** Mode in force when it came to be. */
  mode: string;
  status: string;
  since: DbInstant;
}

export interface TransitionRow {
  entity_ref: string;
  at: DbInstant;
  scorecard: string;
  check_id: string;
  from_status: string;
  to_status: string;
  because: string;
}

export interface FactSnapshotRow {
  entity_ref: string;
  fact: string;
  day: string;
  value: number | null;
  reason: string | null;
}

export interface FactSnapshotRevisionRow {
  entity_ref: string;
  fact: string;
  day: string;
  stood_until: DbInstant;
  value: number | null;
  reason: string | null;
}

export interface AttributionRow {
  entity_ref: string;
  incident_id: string;
  decided_at: DbInstant;
  superseded_at: DbInstant | null;
  method: string;
  cause_id: string | null;
  cause_entity_ref: string | null;
  incident_at: DbInstant | null;
  attribution: string;
}

export interface PoolDayRow {
  subject: string;
  pool: string;
  day: string;
  /** PostgreSQL gives big numbers as text. */
  busy_ms: number | string;
}

export interface PoolSubjectRow {
  subject: string;
  since: string;
  digest: string;
}

export type PoolTotalRow = Omit<PoolDayRow, 'subject'>;

export interface PoolTurnRow {
  pool: string;
  due_at: DbInstant;
  restate_from: DbInstant;
}
