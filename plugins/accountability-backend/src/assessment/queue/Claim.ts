/** A service that a worker has taken from the queue for the time of its lease. */
export interface Claim {
  entityRef: string;
  /** What the queue's version was when it was taken. */
  version: number;
  /** Failed attempts in a row so far. */
  attempts: number;
}
