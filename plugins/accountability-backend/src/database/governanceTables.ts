import { DbInstant } from './DbInstant';

export interface CauseOverrideRow {
  id: string;
  incident_id: string;
  entity_ref: string;
  cause_id: string | null;
  reason: string;
  decided_by: string;
  decided_at: DbInstant;
  withdrawn_at: DbInstant | null;
  withdrawn_by: string | null;
  withdrawn_reason: string | null;
}

export interface AttestationRow {
  id: string;
  entity_ref: string;
  at: DbInstant;
  verdict: string;
  owner_ref: string;
  reason: string | null;
  by_ref: string;
}

export interface CodeownersFileRow {
  subject: string;
  url: string | null;
  dialect: string | null;
  path: string | null;
  etag: string | null;
  revision: string | null;
  text: string | null;
  objections: string | null;
  status: string | null;
  because: string | null;
  read_at: DbInstant | null;
  checked_at: DbInstant | null;
  due_at: DbInstant | null;
  lease: string | null;
  leased_until: DbInstant | null;
}

export interface CodeownersHandleRow {
  handle: string;
  entity_ref: string | null;
  size: number | null;
  rule: string;
}
