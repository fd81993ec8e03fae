import { ServiceRecord } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { closeSeries } from './closeSeries';
import { foldRecord } from './fold/foldRecord';
import { PastQuery, readRecordEvents } from './readRecordEvents';

/** Records as they stood at a past instant: folded from the events up to it, findings closed by the reports of then. The same choice and order as `readRecords`. */
export async function readRecordsAsOf(
  knex: Knex,
  query: PastQuery,
): Promise<ServiceRecord[]> {
  const known = await readRecordEvents(knex, query);
  const told = [...known.values()].flatMap(events => {
    const record = foldRecord(events);
    return record ? [{ record, events }] : [];
  });
  return chooseRecords(closeSeries(told), query);
}

/** Those of the subjects that had not ended before `from`, in order of their beginning. */
export function chooseRecords(
  records: readonly ServiceRecord[],
  { subjects, from }: Pick<PastQuery, 'subjects' | 'from'>,
): ServiceRecord[] {
  const wanted = new Set(subjects);
  return records
    .filter(record => wanted.has(record.subject))
    .filter(
      ({ startedAt, endedAt }) =>
        startedAt >= from || !(Number(endedAt) < from),
    )
    .sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
}
