import { Row } from '../input/Row';
import { RowMapper } from '../mapping/RowMapper';
import { Batch } from './Batch';

/** How to cut rows into batches. */
export interface BatchOptions {
  mapper: RowMapper;
  /** Rows up to this line were dealt with by an earlier run. */
  afterLine: number;
  /** Events a batch at most; a row's events stay together. */
  events: number;
}

/** Cuts the rows of a file into batches, holding one at a time. The last one may hold no events, only refused rows. */
export async function* batchesOf(
  rows: AsyncIterable<Row>,
  { mapper, afterLine, events }: BatchOptions,
): AsyncGenerator<Batch> {
  let batch = emptyBatch();
  for await (const row of rows) {
    if (row.line <= afterLine) continue;
    add(batch, row, mapper);
    // Three is the most events that a row becomes.
    if (batch.lines.length > events - 3) {
      yield batch;
      batch = emptyBatch();
    }
  }
  if (batch.rows > 0) yield batch;
}

function emptyBatch(): Batch {
  return {
    lines: [],
    origins: [],
    rows: 0,
    skipped: 0,
    refused: [],
    lastLine: 0,
    bytes: 0,
  };
}

function add(batch: Batch, row: Row, mapper: RowMapper): void {
  const { line, bytes, content } = row;
  batch.rows++;
  batch.lastLine = Math.max(batch.lastLine, line);
  batch.bytes = Math.max(batch.bytes, bytes);
  if (!content.ok) {
    batch.refused.push({ line, because: content.because });
    return;
  }
  const mapped = mapper.map(content.values);
  if (mapped.status === 'skipped') batch.skipped++;
  if (mapped.status === 'refused') {
    batch.refused.push({ line, because: mapped.because });
  }
  if (mapped.status !== 'mapped') return;
  for (const event of mapped.events) {
    batch.lines.push(JSON.stringify(event));
    batch.origins.push(line);
  }
}
