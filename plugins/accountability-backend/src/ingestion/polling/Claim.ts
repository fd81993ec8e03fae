import { PollStream } from 'backstage-plugin-accountability-node';

/** A pass that is to go on. Instants are epoch milliseconds. */
export interface Pass {
  from: number;
  startedAt: number;
  /** Latest change seen so far. */
  newest?: number;
  /** Where it goes on. */
  cursor: string;
}

/** A bookmark that is held under a lease. */
export interface Claim {
  stream: PollStream;
  subject: string;
  lease: string;
  /** Changes up to here are stored. */
  bookmark: number;
  pass?: Pass;
  etag?: string;
  failures: number;
  /** Epoch milliseconds. */
  claimedAt: number;
  /** Whether it is asked besides its times, for what was told of just now. */
  asked: boolean;
}
