import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

const folder = resolve(__dirname, '../../../../../../shared/data/govuk');
const isThere = existsSync(folder);
if (!isThere) {
  process.stderr.write('Skipped: there is no govuk data to test with\n');
}

/** Describes what is true of the real data of GOV.UK, where it stands beside the checkout. */
export const describeGovuk = isThere ? describe : describe.skip;

/** Rows of one of its CSV files, none of which quotes a cell; no rows where it is not there. */
export function readGovukRows(file: string): Record<string, string>[] {
  if (!isThere) return [];
  const bytes = readFileSync(join(folder, file));
  const text = file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  const [head, ...lines] = text.toString('utf8').trim().split('\n');
  const fields = head.trim().split(',');
  return lines.map(line => {
    const cells = line.trim().split(',');
    return Object.fromEntries(fields.map((field, i) => [field, cells[i]]));
  });
}
