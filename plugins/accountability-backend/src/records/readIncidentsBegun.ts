import { IncidentRecord } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { RecordRow } from '../database/tables';
import { parseStoredRecord } from './parseStored';

/** Incidents of any subject begun in a stretch of time, both ends among it; at most so many, the oldest of them. */
export async function readIncidentsBegun(
  knex: Knex,
  query: { from: number; to: number; limit: number },
): Promise<IncidentRecord[]> {
  const rows: Pick<RecordRow, 'record'>[] = await knex('records')
    // Written out, so that the index over incidents alone serves it.
    .whereRaw(`kind = 'incident'`)
    .whereBetween('started_at', [
      writeInstant(query.from),
      writeInstant(query.to),
    ])
    .orderBy(['started_at', 'record_id'])
    .limit(query.limit)
    .select('record');
  return rows.flatMap(({ record }) => {
    const parsed = parseStoredRecord(record);
    return parsed?.kind === 'incident' ? [parsed] : [];
  });
}
