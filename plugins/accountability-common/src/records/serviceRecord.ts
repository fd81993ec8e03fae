import { ChangeEvent, ChangeProvenance, ChangeReview } from './changeEvent';
import { CauseClaim, RecordEvent, RunResult } from './recordEvent';

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
  /** Of answers: its fields that are left out, since they name a record that is not known to be of a service that the caller may see. */
  hidden?: ('cause' | 'mergedInto' | 'incident' | 'reverts' | 'run')[];
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
  /** True where its source says that it goes back to something earlier. */
  rollback?: boolean;
  chain?: string;
}

/** An incident as its events fold to it. `startedAt` is the start of impact where known, else when it was opened. */
export interface IncidentRecord extends RecordBase {
  kind: 'incident';
  state: 'triggered' | 'acknowledged' | 'resolved';
  acknowledgedAt?: number;
  severity?: string;
  mergedInto?: string;
  cause?: CauseClaim;
  /** What noticed it first; absent is unknown. */
  detectedBy?: 'monitor' | 'person';
  /** Steps of answering it, oldest first, each with the source's own name of the rota it was with; absent where none was told. */
  responses?: {
    step: 'paged' | 'escalated' | 'acknowledged';
    at: number;
    team?: string;
  }[];
  chain?: string;
  /** Times of being open; a reopened incident has several. */
  episodes: { from: number; to?: number }[];
}

/** A pull request as its events fold to it; `endedAt` is when it was merged or closed. */
export interface ChangeRecord extends RecordBase {
  kind: 'change';
  state: 'opened' | 'merged' | 'closed';
  origin?: 'request' | 'push';
  branch?: string;
  defaultBranch?: boolean;
  sha?: string;
  headSha?: string;
  firstAuthoredAt?: number;
  firstCommitAt?: number;
  headCommitAt?: number;
  hotfix?: boolean;
  commits?: number;
  files?: number;
  additions?: number;
  deletions?: number;
  code?: ChangeEvent['code'];
  paths?: string[];
  mergeMethod?: ChangeEvent['mergeMethod'];
  /** Keys of contributors; gone from what is older than the time they are kept. */
  author?: string;
  authorKind?: 'person' | 'bot';
  sponsor?: string;
  /** Reviews that stand, oldest first; absent where none was told of. */
  reviews?: ChangeReview[];
  /** All approvals; absent is unknown. */
  approvals?: number;
  /** Approvals that were told of one by one and stand: at least so many. */
  approvalsSeen?: number;
  /** The level of `provenance`, where no other is told. */
  machineWritten?: 'attested' | 'declared' | 'inferred';
  provenance?: ChangeProvenance;
  bypassed?: string[];
  topics?: string[];
  reverts?: string;
}

/** One attempt of a pipeline job or run as its events fold to it. */
export interface BuildRecord extends RecordBase {
  kind: 'build';
  state: 'pending' | 'waiting' | 'executing' | 'finished';
  result?: RunResult;
  /** When it was asked for, or approved where it waited for that; with `startedAt` the wait for a runner. */
  queuedAt?: number;
  unit?: 'run' | 'job';
  run?: string;
  runner?: string;
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
  /** How many times people were told of it; absent where its sender does not tell each time apart. */
  notifications?: number;
  /** What ended it; absent is unknown. */
  resolvedBy?: 'system' | 'person';
  label?: 'actionable' | 'noise';
  silenced?: boolean;
}

/** A security finding as its events fold to it. */
export interface FindingRecord extends RecordBase {
  kind: 'finding';
  state: 'open' | 'fixed' | 'dismissed';
  severity?: 'critical' | 'high' | 'medium' | 'low';
  category?: 'code' | 'dependency' | 'secret';
  rule?: string;
  identifiers?: string[];
  package?: string;
  cvss?: number;
  knownExploited?: boolean;
  live?: boolean;
  dismissedAs?: string;
  series?: string;
}

/** What CI uploaded about one commit; `startedAt` is when it did so first. */
export interface ReportRecord extends RecordBase {
  kind: 'report';
  state: 'uploaded';
  format: Extract<RecordEvent, { kind: 'report' }>['format'];
  tool?: string;
  sha?: string;
  branch?: string;
  defaultBranch?: boolean;
  series?: string;
  /** Every time it was uploaded, oldest first. */
  uploads: number[];
  measures?: Record<string, number>;
  /** Digest of the components of a bill of materials. */
  bill?: string;
  tellsDirect?: boolean;
}

/** The current row of a record: the fold over its record events. */
export type ServiceRecord =
  | DeploymentRecord
  | IncidentRecord
  | ChangeRecord
  | BuildRecord
  | AlertRecord
  | FindingRecord
  | ReportRecord;
