import { createHash } from 'node:crypto';
import { digestFile } from '../input/digestFile';
import { Format, readRows } from '../input/readRows';
import { RowMapper } from '../mapping/RowMapper';
import { IntakeClient } from '../sending/IntakeClient';
import { Batch } from './Batch';
import { batchesOf } from './batchesOf';
import { ProgressFile } from './ProgressFile';
import { addRefused, emptySummary, RefusedRow, Summary } from './Summary';

/** How far an import has come. */
export interface ImportProgress {
  summary: Summary;
  /** Bytes of the file read, and its size. */
  bytes: number;
  of: number;
  /** Rows of this run, without those of an earlier one. */
  sentRows: number;
}

/** One import. */
export interface ImportOptions {
  path: string;
  format: Format;
  mapper: RowMapper;
  mappingDigest: string;
  url: string;
  client: IntakeClient;
  stateDir?: string;
  batchEvents?: number;
  onResume(afterLine: number): void;
  onProgress(progress: ImportProgress): void;
  /** Called for every refused row, each once over all runs. */
  onRefused(rows: RefusedRow[]): Promise<void>;
}

/** How an import ended: `stopped` can be gone on with by the same command. */
export type Imported =
  | { status: 'finished'; summary: Summary }
  | { status: 'stopped'; summary: Summary; because: string };

/** Sends a file in batches; a run after a stop begins where the last one stopped. */
export async function importFile(options: ImportOptions): Promise<Imported> {
  const { path, format, mapper, mappingDigest, url, client, stateDir } =
    options;
  const file = await digestFile(path);
  const identity = `${file.digest} ${mappingDigest} ${url}`;
  const progress = new ProgressFile({ input: path, stateDir, identity });
  const before = await progress.read();
  const summary = before?.summary ?? emptySummary();
  const rowsBefore = summary.rows;
  let lastLine = before?.lastLine ?? 0;
  if (before) options.onResume(lastLine);

  const batches = batchesOf(readRows(path, format), {
    mapper,
    afterLine: lastLine,
    events: options.batchEvents ?? 2000,
  });
  for await (const batch of batches) {
    const key = keyOf({ file: file.digest, mappingDigest, after: lastLine });
    const sent =
      batch.lines.length > 0
        ? await client.send(`${batch.lines.join('\n')}\n`, key)
        : undefined;
    if (sent?.status === 'stopped') {
      return { status: 'stopped', summary, because: sent.because };
    }
    const refused = [
      ...batch.refused,
      ...refusedBy(sent?.response, batch),
    ].sort((a, b) => a.line - b.line);
    await options.onRefused(refused);
    count(summary, batch, { refused, response: sent?.response });
    lastLine = batch.lastLine;
    await progress.write({ lastLine, summary });
    options.onProgress({
      summary,
      bytes: batch.bytes,
      of: file.bytes,
      sentRows: summary.rows - rowsBefore,
    });
  }
  await progress.remove();
  return { status: 'finished', summary };
}

type Response = Extract<
  Awaited<ReturnType<IntakeClient['send']>>,
  { status: 'answered' }
>['response'];

/** The same rows of the same file under the same mapping always have the same key. */
function keyOf(place: {
  file: string;
  mappingDigest: string;
  after: number;
}): string {
  const { file, mappingDigest, after } = place;
  return createHash('sha256')
    .update(`${file}+${after}+${mappingDigest}`)
    .digest('hex');
}

/** What the server refused, by line of the input file. */
function refusedBy(response: Response | undefined, batch: Batch): RefusedRow[] {
  if (!response) return [];
  const { verdict, refused } = response;
  if (verdict.status === 'accepted') {
    return refused.map(({ line, because }) => ({
      line: batch.origins[line - 1] ?? batch.lastLine,
      because,
    }));
  }
  const because = verdict.because ?? `the batch was ${verdict.status}`;
  return batch.origins.map(line => ({ line, because }));
}

function count(
  summary: Summary,
  batch: Batch,
  { refused, response }: { refused: RefusedRow[]; response?: Response },
): void {
  summary.rows += batch.rows;
  summary.skipped += batch.skipped;
  for (const row of refused) addRefused(summary, row);
  const refusedByServer = refused.length - batch.refused.length;
  const events = batch.lines.length - refusedByServer;
  if (response?.duplicate) summary.duplicated += events;
  else summary.taken += events;
}
