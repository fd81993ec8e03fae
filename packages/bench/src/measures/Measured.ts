/** One number of the benchmark. */
export interface Measured {
  /** What was measured, `deliveries/github, 16 at a time`. */
  name: string;
  value: number;
  unit: string;
  /** Told in the file alone. */
  fine?: boolean;
  /** Share of the raw rate, or multiple of the raw latency, of the same run. */
  ratio?: { to: string; value: number };
}
