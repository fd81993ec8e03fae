import { DbInstant } from './DbInstant';

export interface ReferenceListRow {
  name: string;
  source: string;
  etag: string | null;
  status: string | null;
  because: string | null;
  faults: number;
  revision: string | null;
  loaded_from: string | null;
  loaded_at: DbInstant | null;
  as_of: DbInstant | null;
  entries: number;
  checked_at: DbInstant | null;
  due_at: DbInstant;
  lease: string | null;
  leased_until: DbInstant | null;
}
