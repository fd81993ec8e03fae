/** A check that turned from pass or exempt to fail and fails still, or a level that fell and is so low still. */
export interface Regression {
  entityRef: string;
  /** Of the service. */
  title: string;
  /** Entity ref of the group that answers for it now. */
  owner: string;
  scorecard: string;
  /** Absent for a level. */
  check?: string;
  /** What it was, and what it is: results of a check, or names of levels. */
  from: string;
  to: string;
  /** Epoch milliseconds. */
  since: number;
}

/** What the policy in force says of a check; nothing of one that it has not, or that does not count. */
export type FindCheck = (
  scorecard: string,
  check: string,
) => { title: string } | undefined;
