import { HttpFault } from '../http';

/**
 * Asks a source for what its webhooks may have lost. What it fetches goes the
 * way of every delivery: stored, read by the source's collectors, replayed.
 */
export interface Poller {
  /** Id of the source whose collectors read what is fetched: `github`. */
  readonly source: string;
  /** Which subjects are polled: those that begin so, `github:`. */
  readonly subjectPrefix: string;
  readonly streams: readonly PollStream[];
  readonly settings: PollSettings;
}

/** When and how far back a source is asked. Milliseconds. */
export interface PollSettings {
  /** Between two passes over the same thing. */
  everyMs: number;
  /** How far before the bookmark each pass begins, for what shows up late or with a clock that is wrong. */
  overlapMs: number;
  /** How far back the first pass goes. */
  sinceMs: number;
}

/** One kind of thing that is asked for: `deployments`. */
export interface PollStream {
  readonly id: string;
  /** `subject`: for each subject on its own; `source`: once for all of them. */
  readonly scope: 'subject' | 'source';
  /**
   * Whether it tells of a merge what webhooks do not: then it is asked soon
   * after a webhook told of one, besides its times.
   */
  readonly detailsMerges?: boolean;
  /**
   * One pass: page after page, until one without `next`, or a fault. Each page
   * is stored before the next is asked for, and the pass can be resumed after
   * it. What is told twice is stored once, so rather tell too much.
   */
  poll(request: PollRequest): AsyncIterable<PollStep>;
}

/** What a pass is to fetch. Instants are epoch milliseconds. */
export interface PollRequest {
  /** `github:acme/payments`; empty where the stream is asked for once. */
  subject: string;
  /** Everything that changed since, the overlap included. */
  from: number;
  /** When the pass began, by our clock. */
  startedAt: number;
  /** Where it goes on: the `next` of the last page that was stored. */
  cursor?: string;
  /** The `etag` of the last pass that ended. */
  etag?: string;
  signal: AbortSignal;
}

/** A page, or why there is none. */
export type PollStep = PolledPage | HttpFault;

/** What came with one page. */
export interface PolledPage {
  status: 'page';
  deliveries: readonly PolledDelivery[];
  /** Latest change on the page, epoch milliseconds by the source's clock; absent where it names none. */
  newest?: number;
  /** What the pass can be resumed with after this page; absent on the last one. */
  next?: string;
  /** Validator for the next pass; on the last page only. */
  etag?: string;
}

/** A thing that was fetched, in the shape that the source's collectors read. */
export interface PolledDelivery {
  /** Names the thing within its stream, with its subject: `acme/payments/7`. Told again unchanged it is the same delivery. */
  key: string;
  /** With the header by which the source tells types apart. Only those that the source keeps are stored. */
  headers: Readonly<Record<string, string>>;
  payload: unknown;
}
