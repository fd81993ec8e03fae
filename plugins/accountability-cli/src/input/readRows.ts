import { Row } from './Row';
import { readCsvRows } from './readCsvRows';
import { readNdjsonRows } from './readNdjsonRows';

/** Formats of input files. */
export const formats = ['csv', 'ndjson'] as const;

/** Format of an input file. */
export type Format = (typeof formats)[number];

/** The format that a file's extension speaks of. */
export function guessFormat(path: string): Format | undefined {
  if (/\.(csv|txt)$/i.test(path)) return 'csv';
  return /\.(ndjson|jsonl)$/i.test(path) ? 'ndjson' : undefined;
}

/** Rows of a file one after another, in constant memory. */
export function readRows(path: string, format: Format): AsyncIterable<Row> {
  return format === 'csv' ? readCsvRows(path) : readNdjsonRows(path);
}
