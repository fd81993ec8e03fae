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
