import { ChangeLine } from '../git/readLines';
import { mostBytes } from '../git/toLine';

/** Read by the server in some tenths of a second, in which it does nothing else. */
const MOST_LINES = 500;

/** Changes that go to the server at once. */
export type GitBatch = ChangeLine[];

/** Cuts lines into batches that the server takes, holding one at a time. */
export async function* gitBatchesOf(
  lines: AsyncIterable<ChangeLine>,
  most = MOST_LINES,
): AsyncGenerator<GitBatch> {
  let batch: GitBatch = [];
  let bytes = 0;
  for await (const line of lines) {
    const size = Buffer.byteLength(line.line) + 1;
    if (
      batch.length === most ||
      (batch.length > 0 && bytes + size > mostBytes)
    ) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(line);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
