import { DbInstant } from './DbInstant';

export interface PackageRow {
  package: string;
  asked: string | null;
  source: string | null;
  etag: string | null;
  status: string | null;
  because: string | null;
  history: string | null;
  digest: string | null;
  is_untold: boolean | number;
  faults: number;
  read_at: DbInstant | null;
  checked_at: DbInstant | null;
  due_at: DbInstant | null;
  lease: string | null;
  leased_until: DbInstant | null;
}
