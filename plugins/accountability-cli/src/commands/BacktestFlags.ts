/** Flags of `accountability backtest`, as commander gives them. */
export interface BacktestFlags {
  /** Days back from now. */
  days: string;
  url?: string;
  token?: string;
  format: string;
  output?: string;
}
