/** One answer of a scale: values from `from`, inclusive, to that of the answer above. */
export interface Answer {
  from: number;
  answer: string;
}

/** How a published edition asks about one fact. */
export interface BenchmarkQuestion {
  /** Ids of the facts that it can be read beside. */
  facts: readonly string[];
  /** Answers by the fact's own unit, smallest first; a percentage is its own answer. */
  scale: readonly Answer[] | 'percentage';
}

/** A published set of questions about the industry, as it stood; a later one is another edition. */
export interface BenchmarkEdition {
  edition: string;
  source: string;
  questions: readonly BenchmarkQuestion[];
}
