/** A batch of services as a worker is about to work on it. */
export interface ObservedBatch {
  /** `assess`: measured and judged; `judge`: judged anew from stored facts, by a new policy. */
  work: 'assess' | 'judge';
  /** How many services fail where the work throws. */
  services: number;
}

/** What came of a batch, in services; nothing of one that found none. */
export interface BatchCounts {
  done: number;
  failed: number;
}

/** Measures what a worker does; nothing in it throws by itself. */
export interface WorkObserver {
  /** Runs the work on a batch and gives what that gives; `countsOf` says what came of it. */
  working<T>(
    batch: ObservedBatch,
    work: () => Promise<T>,
    countsOf: (result: T) => BatchCounts,
  ): Promise<T>;
}

/** Nobody measures. */
export const unobserved: WorkObserver = {
  working: (_, work) => work(),
};
