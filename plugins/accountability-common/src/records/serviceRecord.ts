import { CauseClaim, RunResult } from './recordEvent';

interface RecordBase {
  /** Record id, led by its source. */
  id: string;
  subject: string;
  /** When it began, epoch milliseconds. */
  startedAt: number;
  /** When it ended; absent while it goes on. */
  endedAt?: number;
  title?: string;
  url?: string;
}

/** A deployment as its events fold to it. */
export interface DeploymentRecord extends RecordBase {
  kind: 'deployment';
  state: 'pending' | 'executing' | 'finished';
  result?: RunResult;
  /** Absent means unknown, and unknown is not production. */
  environment?: string;
  version?: string;
  sha?: string;
  artifact?: string;
}

/** An incident as its events fold to it. `startedAt` is the start of impact where known, else when it was opened. */
export interface IncidentRecord extends RecordBase {
  kind: 'incident';
  state: 'triggered' | 'acknowledged' | 'resolved';
  acknowledgedAt?: number;
  severity?: string;
  mergedInto?: string;
  cause?: CauseClaim;
  /** Times of being open; a reopened incident has several. */
  episodes: { from: number; to?: number }[];
}

/** A pull request as its events fold to it; `endedAt` is when it was merged or closed. */
export interface ChangeRecord extends RecordBase {
  kind: 'change';
  state: 'opened' | 'merged' | 'closed';
  sha?: string;
  additions?: number;
  deletions?: number;
  approvals?: number;
  machineWritten?: 'attested' | 'declared' | 'inferred';
  reverts?: string;
}

/** One attempt of a pipeline job or run as its events fold to it. */
export interface BuildRecord extends RecordBase {
  kind: 'build';
  state: 'pending' | 'executing' | 'finished';
  result?: RunResult;
  /** When it was asked for; with `startedAt` the wait for a runner. */
  queuedAt?: number;
  pipeline?: string;
  sha?: string;
  branch?: string;
  defaultBranch?: boolean;
  attempt?: number;
}

/** An alert as its events fold to it. */
export interface AlertRecord extends RecordBase {
  kind: 'alert';
  state: 'firing' | 'acknowledged' | 'resolved';
  acknowledgedAt?: number;
  severity?: string;
  incident?: string;
}

/** A security finding as its events fold to it. */
export interface FindingRecord extends RecordBase {
  kind: 'finding';
  state: 'open' | 'fixed' | 'dismissed';
  severity?: 'critical' | 'high' | 'medium' | 'low';
  rule?: string;
  knownExploited?: boolean;
}

/** The current row of a record: the fold over its record events. */
export type ServiceRecord =
  | DeploymentRecord
  | IncidentRecord
  | ChangeRecord
  | BuildRecord
  | AlertRecord
  | FindingRecord;
