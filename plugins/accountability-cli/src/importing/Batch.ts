/** Events of some rows in a row, sent as one delivery. */
export interface Batch {
  /** NDJSON, one event a line. */
  lines: string[];
  /** For each event the line of the input file it comes from. */
  origins: number[];
  /** Rows read for this batch, also those left out or refused. */
  rows: number;
  skipped: number;
  refused: { line: number; because: string }[];
  /** Where in the file it ends. */
  lastLine: number;
  bytes: number;
}
