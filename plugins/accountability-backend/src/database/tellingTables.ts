import { DbInstant } from './DbInstant';

export interface ToldRegressionRow {
  entity_ref: string;
  scorecard: string;
  check_id: string;
  status: string;
  told_at: DbInstant;
}

export interface OwnerDigestRow {
  owner_ref: string;
  sent_at: DbInstant | null;
  due_at: DbInstant;
  attempts: number;
  lease: string | null;
  leased_until: DbInstant | null;
}
