import { batchesOf } from '../importing/batchesOf';
import { printSummary } from '../importing/printSummary';
import { addRefused, emptySummary } from '../importing/Summary';
import { readRows } from '../input/readRows';
import { CommandIo, exitCodes } from './CommandIo';
import { ImportPlan } from './planImport';

const shown = 3;

/** Maps every row, sends nothing, and shows the first events as they would be sent. */
export async function dryRun(
  { path, format, mapper }: Extract<ImportPlan, { ok: true }>,
  io: CommandIo,
): Promise<number> {
  const summary = emptySummary();
  let events = 0;
  const batches = batchesOf(readRows(path, format), {
    mapper,
    afterLine: 0,
    events: 2000,
  });
  for await (const batch of batches) {
    for (const line of batch.lines.slice(0, Math.max(0, shown - events))) {
      io.out(`${line}\n`);
    }
    events += batch.lines.length;
    summary.rows += batch.rows;
    summary.skipped += batch.skipped;
    for (const row of batch.refused) addRefused(summary, row);
  }
  io.err(`Dry run: ${events} events would be sent, nothing was\n`);
  io.err(printSummary(summary));
  return summary.refused > 0 ? exitCodes.refused : exitCodes.done;
}
