import { Knex } from 'knex';
import { ServiceFile } from '../ownership';
import { readRecordsIn } from '../records';

/** When the incidents of services began from an instant up to another, by subject, in one statement; those merged into another do not count. */
export async function readIncidents(
  knex: Knex,
  asked: { files: readonly ServiceFile[]; from: number; to: number },
): Promise<Map<string, number[]>> {
  const { files, from, to } = asked;
  const subjects = new Set(files.flatMap(file => file.subjects));
  const records = await readRecordsIn(knex, {
    kind: 'incident',
    ranges: [...subjects].map(subject => ({ subject, from, to })),
  });
  const begun = new Map<string, number[]>();
  for (const record of records) {
    if (record.kind !== 'incident' || record.mergedInto !== undefined) continue;
    const { subject, startedAt } = record;
    const others = begun.get(subject);
    if (others) others.push(startedAt);
    else begun.set(subject, [startedAt]);
  }
  return begun;
}
