import { RecordKind } from '../records/recordKinds';

/** What became of a delivery. */
export type VerdictStatus = 'accepted' | 'ignored' | 'unsupported' | 'rejected';

/** What became of a delivery, with the reason for all but `accepted`. */
export interface Verdict {
  status: VerdictStatus;
  because?: string;
}

/** `POST /deliveries/:source`, answered after the delivery is committed. */
export interface DeliveryResponse {
  id: string;
  verdict: Verdict;
  /** Record events read out of the delivery. */
  events: number;
  /** True where the same delivery had come before; the answer is that of the first. */
  duplicate: boolean;
  /** Refused parts of a batch, with their place in it; the rest of the batch is taken. */
  refused: { line: number; because: string }[];
}

/** Records of one subject that belongs to no service. */
export interface UnownedSubject {
  subject: string;
  counts: { kind: RecordKind; records: number }[];
  firstAt: number;
  lastAt: number;
  /** The annotation that would attach it to a service. */
  hint: string;
}

/** `GET /unowned` */
export interface UnownedResponse {
  items: UnownedSubject[];
  nextCursor?: string;
}

/** How one stream of a source's poller is doing, over all subjects it asks about. */
export interface PollingHealth {
  /** What is asked for: `workflow_runs`. */
  stream: string;
  subjects: number;
  /** Subjects whose last attempt failed. */
  failing: number;
  /** When the subject that has waited longest was last asked about; absent where one never was. */
  oldestPolledAt?: number;
  /** The source asked for a pause until then. */
  limitedUntil?: number;
  /** Why one of the last attempts failed. */
  trouble?: string;
}

/** How one source is doing. */
export interface SourceHealth {
  source: string;
  /** False where it delivered once and is not configured any more. */
  on: boolean;
  lastReceivedAt?: number;
  /** Deliveries of the last 24 hours by verdict. */
  verdicts: { status: VerdictStatus; deliveries: number }[];
  /** Deliveries of the last 24 hours that were not signed right; nothing else is kept of them. */
  refused: number;
  lastRefusal?: { at: number; because: string };
  /** Deliveries of the last 24 hours that were answered with 429 because too many came; absent where none was. */
  limited?: number;
  /** From the newest event in a delivery until it came, over the last 24 hours; milliseconds. */
  lag?: { mean: number; longest: number };
  /** Deliveries of each of the last 48 hours, oldest first; the last hour is the current one. */
  perHour: number[];
  /** It was regular and has gone quiet. */
  gap?: { since: number; because: string };
  /** Deliveries that are stored and whose events have not reached the records yet. */
  waiting?: { deliveries: number; trouble?: string };
  /** Streams that are polled to find what webhooks lost; absent where none is. */
  polling?: PollingHealth[];
  /** Reasons of the latest deliveries that were not accepted, at most 5. */
  latestTroubles: { at: number; status: VerdictStatus; because: string }[];
}

/** What is looked up outside: lists that an operator loads, releases of packages, and files of the services' repositories. */
export const referenceIds = [
  'kev',
  'epss',
  'lifecycles',
  'packages',
  'codeowners',
  'runtimes',
] as const;

/** One of them. */
export type ReferenceId = (typeof referenceIds)[number];

/** How looking one of them up is going. */
export interface ReferenceHealth {
  id: ReferenceId;
  /** Off: not configured. Waiting: configured, and not looked up yet. Failing: the list, or any of the packages or repositories, could not be read the last time. */
  state: 'off' | 'waiting' | 'good' | 'failing';
  /** Entries of the list in force; else packages or repositories of which something was read the last time. */
  entries?: number;
  /** Packages that no source knows, or repositories that have no such file. */
  absent?: number;
  /** Packages or repositories that could not be read the last time. */
  failing?: number;
  /** Packages or repositories that were not looked at yet. */
  waiting?: number;
  /** When the list in force was made. */
  asOf?: number;
  /** When the list in force was loaded, or when any of the packages or repositories was last read. */
  loadedAt?: number;
  /** What fails, as a sentence without names of packages, repositories or people. */
  because?: string;
}

/** `GET /sources` */
export interface SourcesResponse {
  sources: SourceHealth[];
  /** All that is looked up outside, in the order of `referenceIds`. */
  references: ReferenceHealth[];
  /** Services waiting for assessment now, and how long the first has waited. */
  queue: { due: number; oldestDueAt?: number };
}

/** How a replay stands. */
export type ReplayStatus =
  | 'waiting'
  | 'running'
  | 'done'
  | 'cancelled'
  | 'failed';

/** `POST /replays`: read stored deliveries of a source again with the collectors of today. */
export interface ReplayRequest {
  source: string;
  /** Deliveries received from then on, ISO 8601 with a zone; the oldest with a body where absent. */
  from?: string;
  /** Deliveries received before then; those there are by now where absent. */
  to?: string;
}

/** A replay and its progress. */
export interface Replay {
  id: string;
  source: string;
  from: number;
  to: number;
  status: ReplayStatus;
  requestedAt: number;
  endedAt?: number;
  /** Deliveries to read: those that still have a body. */
  total: number;
  read: number;
  /** Deliveries that now say something else than before. */
  changed: number;
  eventsAdded: number;
  eventsRemoved: number;
  trouble?: string;
}

/** `GET /replays`: the latest first. */
export interface ReplaysResponse {
  replays: Replay[];
}
