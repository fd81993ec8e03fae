import { DbInstant } from './DbInstant';

export interface PolicyRevisionRow {
  digest: string;
  in_force_from: DbInstant;
  files: string;
  kept: string;
  replica: string | null;
}

export interface PolicyReplicaRow {
  replica: string;
  started_at: DbInstant;
  seen_at: DbInstant;
}

export interface PolicySourceRow {
  location: string;
  type: string;
  etag: string | null;
  files: string | null;
  state: string;
  because: string | null;
  failures: number;
  read_at: DbInstant | null;
  due_at: DbInstant;
  lease: string | null;
  leased_until: DbInstant | null;
}

/** What a policy says of its checks whatever the service is. */
export interface PolicyTemplateRow {
  digest: string;
  template: string;
}

export interface AssessmentRow {
  entity_ref: string;
  assessed_at: DbInstant;
  newest_record_at: DbInstant | null;
  known: number;
  applicable: number;
  document: string;
  digest: string;
  facts: string;
  fact_details: string;
  attributions: string;
  facts_digest: string;
  measured_at: DbInstant | null;
  policy: string;
  told_at: DbInstant | null;
}
