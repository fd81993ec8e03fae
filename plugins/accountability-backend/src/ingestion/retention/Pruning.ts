/** What is older than an instant goes. */
export interface Pruning {
  /** Epoch milliseconds, exclusive. */
  before: number;
  /** Ends after the batch that is on. */
  signal?: AbortSignal;
}
