import { DbInstant } from './DbInstant';

export interface ReportedFactRow {
  entity_ref: string;
  fact: string;
  since: DbInstant;
  replaced_at: DbInstant | null;
  observed_at: DbInstant;
  value: string;
}

export interface FactProviderRow {
  id: string;
  status: string | null;
  because: string | null;
  remarks: string | null;
  faults: number;
  services: number;
  told_at: DbInstant | null;
  checked_at: DbInstant | null;
  due_at: DbInstant;
  lease: string | null;
  leased_until: DbInstant | null;
}
