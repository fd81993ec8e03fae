import { createReadStream } from 'node:fs';
import { CsvError, Info, parse } from 'csv-parse';
import { Row } from './Row';

/** Rows of a CSV file whose first line names the columns. A row that cannot be read is given with the reason. */
export async function* readCsvRows(path: string): AsyncGenerator<Row> {
  const unreadable: Row[] = [];
  const parser = parse({
    columns: true,
    bom: true,
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
    skip_records_with_error: true,
  });
  parser.on('skip', (error: CsvError) => {
    unreadable.push({
      line: Number(error.lines) || 0,
      bytes: Number(error.bytes) || 0,
      content: { ok: false, because: error.message },
    });
  });
  const input = createReadStream(path);
  input.on('error', error => parser.destroy(error));
  for await (const { record, info } of input.pipe(parser)) {
    yield* unreadable.splice(0);
    yield rowOf(record, info);
  }
  yield* unreadable;
}

function rowOf(
  record: Record<string, unknown>,
  info: Info & { error?: Error },
): Row {
  return {
    line: info.lines,
    bytes: info.bytes,
    content: info.error
      ? { ok: false, because: 'has more or fewer columns than the first line' }
      : { ok: true, values: record },
  };
}
