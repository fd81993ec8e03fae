import { createHash } from 'node:crypto';
import { ChangeLine } from '../git/readLines';
import { IntakeClient } from '../sending/IntakeClient';
import { gitBatchesOf } from './gitBatchesOf';
import { ProgressFile } from './ProgressFile';
import { addRefused, emptySummary, RefusedRow, Summary } from './Summary';

/** One import of changes. */
export interface ChangesImport {
  /** The lines after those that an earlier run has dealt with. */
  linesAfter(done: number): AsyncIterable<ChangeLine>;
  client: IntakeClient;
  progress: ProgressFile;
  batchChanges?: number;
  onResume(done: number): void;
  onProgress(summary: Summary): void;
}

/** How it ended; `stopped` can be gone on with by the same command. */
export type ImportedChanges =
  | { status: 'finished'; summary: Summary }
  | { status: 'stopped'; summary: Summary; because: string };

/** Sends changes in batches; a run after a stop begins where the last one stopped. */
export async function importChanges(
  options: ChangesImport,
): Promise<ImportedChanges> {
  const { client, progress } = options;
  const before = await progress.read();
  const summary = before?.summary ?? emptySummary();
  const done = before?.lastLine ?? 0;
  if (before) options.onResume(done);
  const batches = gitBatchesOf(options.linesAfter(done), options.batchChanges);
  for await (const batch of batches) {
    const body = batch.map(({ line }) => `${line}\n`).join('');
    // The same changes are the same batch, whenever they are sent.
    const key = createHash('sha256').update(body).digest('hex');
    const sent = await client.send(body, key);
    if (sent.status === 'stopped') {
      return { status: 'stopped', summary, because: sent.because };
    }
    const { verdict, refused, duplicate } = sent.response;
    const rows: RefusedRow[] =
      verdict.status === 'accepted'
        ? refused.map(({ line, because }) => ({
            line: summary.rows + line,
            because: `${batch[line - 1]?.sha.slice(0, 12)}: ${because}`,
          }))
        : batch.map(({ sha }, index) => ({
            line: summary.rows + index + 1,
            because: `${sha.slice(0, 12)}: ${
              verdict.because ?? verdict.status
            }`,
          }));
    rows.forEach(row => addRefused(summary, row));
    summary.rows += batch.length;
    const taken = batch.length - rows.length;
    summary[duplicate ? 'duplicated' : 'taken'] += taken;
    await progress.write({ lastLine: summary.rows, summary });
    options.onProgress(summary);
  }
  await progress.remove();
  return { status: 'finished', summary };
}
