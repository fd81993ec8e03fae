import { DbInstant } from './DbInstant';

export interface ExemptionRow {
  id: string;
  subject_ref: string;
  subject_by: string;
  scorecard: string;
  check_id: string;
  points: string | null;
  reason: string;
  ticket: string | null;
  requested_by: string;
  requested_at: DbInstant;
  expires_at: DbInstant;
  verdict: string | null;
  decided_by: string | null;
  decided_at: DbInstant | null;
  decided_reason: string | null;
  revoked_by: string | null;
  revoked_at: DbInstant | null;
  revoked_reason: string | null;
  renews: string | null;
  renewals: number;
}

export interface ExemptionNoticeRow {
  exemption_id: string;
  notice: string;
  recipient: string;
  due_at: DbInstant;
  sent_at: DbInstant | null;
}
