import { FindingRecord } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { RecordRow } from '../database/tables';
import { chunked } from './chunked';
import { parseStoredRecord } from './parseStored';

/** A series of reports of one subject. */
export interface Series {
  subject: string;
  series?: string;
}

const keyOf = ({ subject, series }: Series) =>
  JSON.stringify([subject, series]);

/** Findings and reports of a series, as their rows have them. */
export interface SeriesRecords {
  findings: FindingRecord[];
  /** Times of the reports. */
  reportsAt: number[];
}

/** What belongs to each of the series; series without a name have nothing. `outdated` are ids of records whose rows are about to be written anew. */
export async function readSeries(
  trx: Knex,
  wanted: readonly Series[],
  outdated: ReadonlySet<string>,
): Promise<(series: Series) => SeriesRecords> {
  const found = new Map<string, SeriesRecords>();
  for (const series of wanted) {
    if (series.series)
      found.set(keyOf(series), { findings: [], reportsAt: [] });
  }
  const subjects = [...new Set(wanted.map(({ subject }) => subject))];
  for (const chunk of chunked(subjects.sort())) {
    const rows: Pick<RecordRow, 'record'>[] = await trx('records')
      .whereIn('subject', chunk)
      .whereIn('kind', ['finding', 'report'])
      .select('record');
    for (const row of rows) {
      const record = parseStoredRecord(row.record);
      if (record && outdated.has(record.id)) continue;
      if (record?.kind === 'finding') {
        found.get(keyOf(record))?.findings.push(record);
      } else if (record?.kind === 'report') {
        found.get(keyOf(record))?.reportsAt.push(...record.uploads);
      }
    }
  }
  return series => found.get(keyOf(series)) ?? { findings: [], reportsAt: [] };
}
