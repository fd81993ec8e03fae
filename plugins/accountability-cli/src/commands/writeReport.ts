import { writeFile } from 'node:fs/promises';
import { CommandIo } from './CommandIo';

/** A report in the format that was asked for, and for whoever reads the console beside a file. */
export interface Report {
  told: string;
  /** What the console gets where the report goes into a file. */
  text: string;
}

/** Prints a report, or keeps it in a file and prints text. */
export async function writeReport(
  { told, text }: Report,
  output: string | undefined,
  io: CommandIo,
): Promise<void> {
  if (output === undefined) {
    io.out(told);
    return;
  }
  await writeFile(output, told);
  io.out(text);
}
