import { DbInstant } from './DbInstant';

export interface ManifestRepositoryRow {
  subject: string;
  url: string | null;
  dialect: string | null;
  status: string | null;
  because: string | null;
  read_at: DbInstant | null;
  checked_at: DbInstant | null;
  due_at: DbInstant | null;
  faults: number;
  lease: string | null;
  leased_until: DbInstant | null;
}

export interface ManifestFileRow {
  subject: string;
  path: string;
  url: string;
  etag: string | null;
  reading: number;
  runtimes: string;
}
