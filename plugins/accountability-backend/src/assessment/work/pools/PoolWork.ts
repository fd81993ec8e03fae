import { PoolTotals } from 'backstage-plugin-accountability-engine';

/** Use of a pool by a subject on a UTC day. */
export interface UseOfDay {
  subject: string;
  pool: string;
  /** `2026-11-23`. */
  day: string;
  busyMs: number;
}

/** A use that is other than stored. */
export interface ChangedUse extends UseOfDay {
  /** What is stored; 0 where nothing is. */
  before: number;
}

/** A subject whose use of pools is to be written. */
export interface SubjectChange {
  subject: string;
  /** Services that it belongs to and whose records told it: one of them must still be claimed. */
  toldBy: string[];
  /** First UTC day that is whole. */
  since: string;
  digest: string;
  uses: ChangedUse[];
}

/** What the assessment of some services knows of pools of runners. */
export interface PoolWork {
  /** As they will be once the changes are written; undefined where no fact looks at them. */
  totals?: PoolTotals;
  changes: SubjectChange[];
}
