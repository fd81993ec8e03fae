import { DbInstant } from './DbInstant';

export interface BillReportRow {
  record_id: string;
  subject: string;
  series: string | null;
  at: DbInstant;
  sha_prefix: string | null;
  digest: string;
}
