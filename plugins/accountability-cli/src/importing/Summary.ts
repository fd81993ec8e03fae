/** A row that was not taken. */
export interface RefusedRow {
  line: number;
  because: string;
}

/** What an import has done so far. */
export interface Summary {
  rows: number;
  /** Rows left out by the mapping. */
  skipped: number;
  /** Events taken for the first time. */
  taken: number;
  /** Events of batches that had come before. */
  duplicated: number;
  refused: number;
  /** The first 20 refused rows. */
  firstRefused: RefusedRow[];
}

/** Nothing done yet. */
export function emptySummary(): Summary {
  return {
    rows: 0,
    skipped: 0,
    taken: 0,
    duplicated: 0,
    refused: 0,
    firstRefused: [],
  };
}

const keptRefused = 20;

/** Counts a refused row and keeps it where it is among the first. */
export function addRefused(summary: Summary, row: RefusedRow): void {
  summary.refused++;
  if (summary.firstRefused.length < keptRefused) summary.firstRefused.push(row);
}
