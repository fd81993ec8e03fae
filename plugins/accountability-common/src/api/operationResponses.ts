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

/** How one source is doing. */
export interface SourceHealth {
  source: string;
  lastReceivedAt?: number;
  /** Deliveries of the last 24 hours by verdict. */
  verdicts: { status: VerdictStatus; deliveries: number }[];
  /** Reasons of the latest deliveries that were not accepted, at most 5. */
  latestTroubles: { at: number; status: VerdictStatus; because: string }[];
}

/** `GET /sources` */
export interface SourcesResponse {
  sources: SourceHealth[];
  /** Services waiting for assessment now, and how long the first has waited. */
  queue: { due: number; oldestDueAt?: number };
}
