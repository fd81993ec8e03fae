/** One row of an input file. */
export interface Row {
  /** Line of the file, counted from 1, at which the row ends. */
  line: number;
  /** Bytes of the file read so far. */
  bytes: number;
  content:
    | { ok: true; values: Record<string, unknown> }
    | { ok: false; because: string };
}
