import { FindingRecord } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { RecordRow } from '../database/tables';
import { whereAny } from '../database/whereAny';
import { parseStoredRecord } from './parseStored';

/** A finding with the subject it is of. */
export interface OpenFinding {
  subject: string;
  finding: FindingRecord;
}

/** Findings of subjects that are open and began at or before an instant, oldest first, in one statement. */
export async function readOpenFindings(
  knex: Knex,
  options: { subjects: readonly string[]; begunBy: number; limit: number },
): Promise<OpenFinding[]> {
  const { subjects, begunBy, limit } = options;
  const query = knex<RecordRow>('records')
    .where({ kind: 'finding' })
    .whereNull('ended_at')
    .where('started_at', '<=', writeInstant(begunBy))
    .orderBy(['started_at', 'record_id'])
    .limit(limit)
    .select('subject', 'record');
  const rows: Pick<RecordRow, 'subject' | 'record'>[] = await whereAny(
    query,
    'subject',
    subjects,
  );
  return rows.flatMap(({ subject, record }) => {
    const finding = parseStoredRecord(record);
    return finding?.kind === 'finding' && finding.state === 'open'
      ? [{ subject, finding }]
      : [];
  });
}
