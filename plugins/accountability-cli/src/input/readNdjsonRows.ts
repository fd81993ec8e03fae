import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Row } from './Row';

/** Rows of a file with one JSON object a line; empty lines are passed over. */
export async function* readNdjsonRows(path: string): AsyncGenerator<Row> {
  const lines = createInterface({
    input: createReadStream(path),
    crlfDelay: Infinity,
  });
  let line = 0;
  let bytes = 0;
  for await (const text of lines) {
    line++;
    bytes += Buffer.byteLength(text) + 1;
    if (text.trim()) yield { line, bytes, content: readLine(text) };
  }
}

function readLine(text: string): Row['content'] {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? { ok: true, values: { ...value } }
      : { ok: false, because: 'is not a JSON object' };
  } catch {
    return { ok: false, because: 'is not JSON' };
  }
}
