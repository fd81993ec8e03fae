import { Summary } from './Summary';

/** The end of an import in words: counts, then the first refused rows with their lines. */
export function printSummary(summary: Summary, refusedFile?: string): string {
  const { rows, skipped, taken, duplicated, refused, firstRefused } = summary;
  const lines = [
    `${print(rows)} rows read, ${print(skipped)} left out by the mapping`,
    `${print(taken)} events taken, ${print(
      duplicated,
    )} had come before, ${print(refused)} refused`,
    ...firstRefused.map(({ line, because }) => `  line ${line}: ${because}`),
  ];
  const more = refused - firstRefused.length;
  if (more > 0) {
    lines.push(
      `  and ${print(more)} more${
        refusedFile
          ? `, all of them in ${refusedFile}`
          : '; --refused-file keeps all of them'
      }`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function print(count: number): string {
  return count.toLocaleString('en-GB');
}
