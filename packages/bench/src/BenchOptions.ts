/** One run of the benchmark on one size of company. */
export interface BenchOptions {
  services: number;
  /** Days of history loaded before anything is measured. */
  days: number;
  /** PostgreSQL server on which a database is made for the run. */
  postgresUrl: string;
  /** Repeats of the measures that are repeated. */
  samples: number;
  /** Webhooks sent one at a time, and 16 at a time. */
  webhooks: { one: number; many: number };
  /** Names of the measures to take; all without it. */
  only?: readonly string[];
  /** Tells of progress. */
  say(line: string): void;
}
